import type { MessageKind, Network, Visibility } from '@/kernel/vocabulary';
import { type DemoClock, demoClock } from './clock';
import { expand } from './grammar';
import { abroad, neighbours } from './names/elsewhere';
import { citiesDe, familyDe, givenDe } from './names/german';
import { asciiName } from './people';
import { random } from './random';
import type { DemoConversation, DemoOptions, DemoPerson, DemoWorkspace, DemoWorkspaceHead } from './shape';
import { coffee } from './texts/blau';
import { thread } from './thread';
import { type Memory, memory } from './voice';

const peopleCount = 60;
const conversationCount = 90;

const head: DemoWorkspaceHead = {
  slug: 'blau',
  name: 'Kaffeerösterei Blau',
  locale: 'de',
  timeZone: 'Europe/Berlin',
  members: [
    {
      key: 'paula',
      name: 'Paula Grünwald',
      email: 'paula@blau.example',
      role: 'admin',
      teamKeys: ['theke'],
      locale: 'de',
    },
    {
      key: 'sam',
      name: 'Sam Whitaker',
      email: 'sam@blau.example',
      role: 'marketer',
      teamKeys: ['theke'],
      locale: 'en',
    },
    {
      key: 'daniel',
      name: 'Daniel Hofer',
      email: 'daniel@nordlicht.example',
      role: 'manager',
      teamKeys: [],
      locale: 'de',
    },
  ],
  teams: [{ key: 'theke', name: 'Theke' }],
  channels: [
    {
      key: 'instagram',
      name: '@blau.kaffee',
      network: 'instagram',
      expectationMinutes: 180,
      isPublic: true,
      handle: 'blau.kaffee',
    },
    {
      key: 'email',
      name: 'moin@blau.example',
      network: 'email',
      expectationMinutes: 1440,
      isPublic: false,
      handle: 'moin@blau.example',
    },
    {
      key: 'trustpilot',
      name: 'Trustpilot',
      network: 'trustpilot',
      expectationMinutes: 2880,
      isPublic: true,
      handle: 'blau.example',
    },
  ],
  tags: [
    { name: 'Abo', color: 'c1' },
    { name: 'Zubereitung', color: 'c3' },
    { name: 'Bewertung', color: 'c5' },
  ],
  savedReplies: [
    {
      title: 'Mahlgrad',
      locale: 'de',
      body: 'Moin {{contact.firstName}}, probier eine Stufe gröber und 92 Grad.\n\n{{member.firstName}}',
    },
  ],
};

function person(seed: string, index: number): DemoPerson {
  const rng = random(seed, 'blau', index);
  const english = rng.chance(0.35);
  const group = english
    ? rng.pick(abroad).names
    : rng.chance(0.2)
      ? rng.pick(neighbours)
      : { ...givenDe, family: familyDe };
  const givenName = rng.pick(rng.chance(0.5) ? group.f : group.m);
  const familyName = rng.pick(group.family);
  const network = (['instagram', 'email', 'trustpilot'] as const)[index % 3] ?? 'email';
  const name = `${givenName} ${familyName}`;
  const handle = `${asciiName(givenName)}.${asciiName(familyName)}${index}`;
  const city = rng.chance(0.4) ? 'Hamburg' : rng.pick(citiesDe);
  return {
    key: `b${index}`,
    displayName: name,
    givenName,
    familyName,
    language: english ? 'en' : 'de',
    city,
    country: 'DE',
    attributes: { ort: city, land: 'DE', abo: rng.chance(0.4) },
    identities: [
      {
        network,
        name,
        externalId: network === 'email' ? `${handle}@mail.example` : `blau-${handle}`,
        ...(network === 'instagram' ? { handle } : {}),
      },
    ],
    traits: {},
  };
}

interface Counter {
  seed: string;
  clock: DemoClock;
  said: Memory;
}

function spokenAt({ seed, clock, said }: Counter, n: number, who: DemoPerson, network: Network) {
  const rng = random(seed, 'blau-conversation', n);
  const language = who.language === 'en' ? 'en' : 'de';
  const review = network === 'trustpilot';
  const kind: MessageKind = review ? 'review' : network === 'email' ? 'email' : 'comment';
  const visibility: Visibility = network === 'email' ? 'private' : 'public';
  const startedAt = clock.at((n + rng.next()) / conversationCount);
  const line = thread({
    rng,
    clock,
    memory: said,
    network,
    externalId: `blau-${n}`,
    startedAt,
    language,
    kind,
    visibility,
  });
  const slots: Record<string, () => string> = {
    name: () => who.givenName,
    order: () => String(rng.int(2000, 9999)),
    n2: () => String(rng.int(3, 30)),
  };
  const say = (list: string[]) => () =>
    expand(rng.pick(list), { rng, formal: false, slot: (name) => slots[name]?.() });
  const bank = coffee[language];
  line.say({
    by: who,
    text: say(review ? bank.review : bank.ask),
    ...(review ? { rating: rng.pick([5, 5, 4, 3]) } : {}),
  });
  const staff = head.members[language === 'en' ? 1 : 0];
  const waiting = n > conversationCount - 9;
  if (!waiting && staff) {
    line.say({ by: staff, to: line.first(), after: 90, text: say(review ? bank.reviewAnswer : bank.answer) });
    if (!review && rng.chance(0.6)) line.say({ by: who, after: 600, text: say(bank.thanks) });
  }
  const tag = review ? 'Bewertung' : rng.pick(['Abo', 'Zubereitung']);
  return { line, language, kind, visibility, startedAt, waiting, staff, tag };
}

function converse(counter: Counter, n: number, who: DemoPerson): DemoConversation {
  const network = who.identities[0]?.network ?? 'email';
  const { line, language, kind, visibility, startedAt, waiting, staff, tag } = spokenAt(
    counter,
    n,
    who,
    network,
  );
  return {
    key: `b${n}`,
    channelKey: network,
    externalId: `blau-${n}`,
    ...(network === 'email' ? { subject: language === 'de' ? 'Frage zum Kaffee' : 'A coffee question' } : {}),
    kind,
    visibility,
    status: waiting ? 'open' : 'resolved',
    priority: 0,
    ...(waiting ? {} : { assigneeKey: staff?.key ?? 'paula' }),
    teamKey: 'theke',
    tagNames: [tag],
    startedAt: new Date(startedAt),
    language,
    messages: line.messages.filter((message) => message.sentAt.getTime() < counter.clock.now),
  };
}

/** Kaffeerösterei Blau: a small workspace that has nothing to do with Nordlicht but one login. */
export function generateBlau({ seed, now }: Pick<DemoOptions, 'seed' | 'now'>): DemoWorkspace {
  const counter: Counter = { seed, clock: demoClock(now, head.timeZone), said: memory(2000) };
  const people = Array.from({ length: peopleCount }, (_, index) => person(seed, index));
  const conversations = Array.from({ length: conversationCount }, (_, n) =>
    converse(counter, n, people[n % peopleCount] as DemoPerson),
  );
  return { ...head, people, conversations };
}
