import type { MessageKind, Network, Visibility } from '@/kernel/vocabulary';
import { helpersFor } from './casting';
import type { DemoClock } from './clock';
import type { Crowd } from './crowd';
import { sentences } from './grammar';
import { caseFor, type Plan } from './plan';
import { hashText, type Random } from './random';
import { type Cast, privateQuestion, publicQuestion } from './scenes/question';
import { contestEntry, mention, review, stars } from './scenes/voices';
import type { DemoConversation, DemoMember, DemoPerson } from './shape';
import { type BankLanguage, banks } from './texts/banks';
import { further } from './texts/further';
import { type ItemKey, items } from './texts/nouns';
import { type Thread, thread } from './thread';
import { type Matter, type Memory, speak } from './voice';

export interface Stage {
  crowd: Crowd;
  clock: DemoClock;
  memory: Memory;
  members: DemoMember[];
}

export interface Moment {
  rng: Random;
  key: string;
  startedAt: number;
}

/** For talk about anything: only what is spoken of in the singular, so that every verb agrees. */
const itemKeys = (Object.keys(items) as ItemKey[]).filter(
  (key) => items[key].gender !== 'p' && !('plural' in items[key]),
);

export function newMatter(
  stage: Stage,
  moment: Moment,
  language: BankLanguage,
  formal = false,
  about?: ItemKey[],
): Matter {
  const { rng } = moment;
  return {
    rng,
    language,
    formal,
    item: rng.pick(about ?? itemKeys),
    month: stage.clock.month(moment.startedAt),
    members: stage.members,
    fixed: new Map(),
  };
}

export function newThread(
  stage: Stage,
  moment: Moment,
  network: Network,
  kind: MessageKind,
  visibility: Visibility,
  language: string,
): Thread {
  return thread({
    rng: moment.rng,
    clock: stage.clock,
    memory: stage.memory,
    network,
    externalId: moment.key,
    startedAt: moment.startedAt,
    language,
    kind,
    visibility,
  });
}

export interface Frame {
  network: Network;
  kind: MessageKind;
  visibility: Visibility;
  subject?: string;
  tags: string[];
  language: string;
}

const urls: Partial<Record<Network, string>> = {
  facebook: 'https://facebook.example/posts/',
  instagram: 'https://instagram.example/p/',
  mastodon: 'https://alpin.social/@nordlicht/',
  bluesky: 'https://bsky.example/post/',
  trustpilot: 'https://trustpilot.example/reviews/',
};

export function framed(moment: Moment, line: Thread, frame: Frame): DemoConversation {
  const url = frame.visibility === 'public' ? urls[frame.network] : undefined;
  return {
    key: moment.key,
    channelKey: frame.network,
    externalId: moment.key,
    ...(frame.subject ? { subject: frame.subject } : {}),
    ...(url ? { url: `${url}${moment.key}` } : {}),
    kind: frame.kind,
    visibility: frame.visibility,
    status: 'resolved',
    priority: 0,
    tagNames: frame.tags,
    startedAt: new Date(moment.startedAt),
    language: frame.language,
    messages: line.messages,
  };
}

/** Colleagues in charge of a matter; English goes to Claire more often. */
export function staffFor(rng: Random, members: DemoMember[], language: string): DemoMember {
  const marketers = members.filter((m) => m.role === 'marketer');
  const english = marketers.find((m) => m.locale === 'en');
  return language === 'en' && english && rng.chance(0.6) ? english : rng.pick(marketers);
}

function questionScene(
  stage: Stage,
  moment: Moment,
  person: DemoPerson,
  plan: Plan,
  language: BankLanguage,
): DemoConversation {
  const { rng } = moment;
  const inPrivate = plan.scene === 'private';
  const about = caseFor(rng, language, person, inPrivate);
  const byMail = plan.network === 'email';
  const formal = language === 'de' && byMail && hashText(person.key) % 100 < 55;
  const matter = newMatter(stage, moment, language, formal, about.items);
  const staff = staffFor(rng, stage.members, language);
  const cast: Cast = {
    matter,
    about,
    asker: person,
    helpers: inPrivate
      ? []
      : helpersFor(rng, stage.crowd, person, plan.network, language, about.mostlyPrivate ? 2 : 9),
    staff,
    colleagues: stage.members.filter((m) => m.key !== staff.key && m.role === 'marketer'),
    byMail,
  };
  const subject = speak(matter, about.subject, { me: person });
  const line = newThread(stage, moment, plan.network, plan.kind, plan.visibility, language);
  if (inPrivate) privateQuestion(cast, line);
  else publicQuestion(cast, line);
  return framed(moment, line, { ...plan, subject, tags: [about.tag], language });
}

const thanksAbroad = [
  'Thank you for your message, [name]! {We answer in English and hope that’s fine.|Our English is better than our [lang], sorry.} {Could you send us a photo and the order number?|One of us looks into it today.|We’ll get back to you by tomorrow.} [member]',
  'Hello [name], {thanks for writing to us|good to hear from you}! {Yes, that can be arranged, please send us the details in a direct message.|We’re on it and will let you know.} [member]',
];
const languageNames: Record<string, string> = {
  ar: 'Arabic',
  he: 'Hebrew',
  fr: 'French',
  it: 'Italian',
  pl: 'Polish',
  tr: 'Turkish',
};

function furtherScene(stage: Stage, moment: Moment, person: DemoPerson, plan: Plan): DemoConversation {
  const matter = newMatter(stage, moment, 'en');
  const staff = staffFor(moment.rng, stage.members, 'en');
  const line = newThread(stage, moment, plan.network, plan.kind, plan.visibility, person.language);
  const templates = further[person.language] ?? [];
  line.say({
    by: person,
    text: () => {
      matter.fixed.clear();
      return speak(matter, templates, { me: person });
    },
  });
  matter.fixed.set('lang', languageNames[person.language] ?? person.language);
  if (moment.rng.chance(0.8))
    line.say({
      by: staff,
      language: 'en',
      to: line.first(),
      after: 90,
      text: () => speak(matter, thanksAbroad, { to: person, member: staff }),
    });
  return framed(moment, line, { ...plan, tags: ['Fremdsprache'], language: person.language });
}

/** One conversation begun by this person, as planned. */
export function converse(stage: Stage, moment: Moment, person: DemoPerson, plan: Plan): DemoConversation {
  if (plan.scene === 'further') return furtherScene(stage, moment, person, plan);
  const language: BankLanguage = person.language === 'en' ? 'en' : 'de';
  if (plan.scene === 'public' || plan.scene === 'private')
    return questionScene(stage, moment, person, plan, language);
  const { rng } = moment;
  const matter = newMatter(stage, moment, language, plan.scene === 'review');
  const staff = staffFor(rng, stage.members, language);
  const line = newThread(stage, moment, plan.network, plan.kind, plan.visibility, language);
  const frame = { ...plan, language };
  if (plan.scene === 'review') {
    const rating = stars(rng);
    review(matter, person, staff, rating, line);
    return framed(moment, line, {
      ...frame,
      subject: `${language === 'de' ? 'Bewertung' : 'Review'} ${'★'.repeat(rating)}${'☆'.repeat(5 - rating)}`,
      tags: ['Bewertung'],
    });
  }
  if (plan.scene === 'contest') {
    contestEntry(matter, person, staff, line);
    return framed(moment, line, {
      ...frame,
      subject: sentences(language === 'de' ? 'Testklub:' : 'Test club:', speak(matter, ['[P]'], {})),
      tags: ['Testklub'],
    });
  }
  const friends =
    person.traits.circle === 'testclub'
      ? []
      : helpersFor(rng, stage.crowd, person, plan.network, language, 2);
  mention(matter, person, staff, rng.chance(0.5) ? friends : [], line);
  return framed(moment, line, { ...frame, tags: [rng.chance(0.7) ? 'Lob' : 'Erwähnung'] });
}

export const postTopics = (language: BankLanguage) => banks[language].posts;
