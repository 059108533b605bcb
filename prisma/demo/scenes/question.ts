import { greeted, sentences } from '../grammar';
import type { DemoMember, DemoMessage, DemoPerson } from '../shape';
import type { Case } from '../texts/case';
import type { Thread } from '../thread';
import { type Matter, speak, talkOf } from '../voice';

export interface Cast {
  matter: Matter;
  about: Case;
  asker: DemoPerson;
  /** Customers who answer, the first of them first. */
  helpers: DemoPerson[];
  staff: DemoMember;
  /** Colleagues who may be named in a note. */
  colleagues: DemoMember[];
  byMail: boolean;
}

const greeting = (matter: Matter, me: DemoPerson) =>
  talkOf(matter).greet[me.country] ?? talkOf(matter).greet['*'] ?? [];

/** The first message: what happened and what they want to know. */
export function opening({ matter, about, asker, byMail }: Cast): string {
  const { rng } = matter;
  const talk = talkOf(matter);
  const me = { me: asker };
  const shape = rng.next();
  const body = sentences(
    shape < 0.6 ? speak(matter, about.setup, me) : '',
    speak(matter, about.problem, me),
    speak(matter, about.ask, me),
    rng.chance(0.14) ? speak(matter, about.ask, me) : '',
  );
  if (byMail) {
    const hello = speak(matter, matter.formal ? talk.greetFormal : greeting(matter, asker), me);
    const bye = speak(matter, matter.formal ? talk.closingFormal : talk.closing, me);
    return `${matter.language === 'de' ? greeted(`${hello},`, '\n\n', body) : `${hello},\n\n${body}`}\n\n${bye}`;
  }
  const hello = rng.chance(0.4) ? `${speak(matter, greeting(matter, asker), me)}!` : '';
  return sentences(hello, body, rng.chance(0.25) ? speak(matter, talk.closing, me) : '');
}

function brandSays({ matter, asker, staff, byMail }: Cast, body: string, greet = true): string {
  const { rng } = matter;
  const talk = talkOf(matter);
  const who = { to: asker, member: staff };
  const hello = speak(matter, matter.formal ? talk.brandOpenFormal : talk.brandOpen, who);
  const bye = speak(matter, talk.brandClose, who);
  if (byMail)
    return `${matter.language === 'de' ? greeted(hello, '\n\n', body) : `${hello}\n\n${body}`}\n\n${bye || staff.name}`;
  return sentences(greeted(greet && rng.chance(0.82) ? hello : '', ' ', body), rng.chance(0.6) ? bye : '');
}

function note(cast: Cast, line: Thread): void {
  const { matter, about, asker, staff, colleagues } = cast;
  const at = matter.rng.pick(colleagues);
  const templates = matter.rng.chance(0.55) ? about.notes : talkOf(matter).noteGeneral;
  const message = line.say({
    by: staff,
    kind: 'note',
    after: 12,
    text: () => speak(matter, templates, { at, to: asker, me: asker }),
  });
  if (message.text.includes(`@${at.name.split(' ')[0]}`)) message.mentionedMemberKeys = [at.key];
}

function helpersAnswer(cast: Cast, line: Thread): { helper: DemoPerson; message: DemoMessage }[] {
  const { matter, about, asker, helpers } = cast;
  const { rng } = matter;
  const talk = talkOf(matter);
  const left = [...about.peers];
  const given: { helper: DemoPerson; message: DemoMessage }[] = [];
  for (const helper of helpers) {
    const before = given.at(-1);
    const agree = before && (left.length === 0 || rng.chance(0.3));
    const own = agree ? [] : left.splice(rng.int(0, left.length - 1), 1);
    const who = { me: helper, to: asker, ...(before ? { peer: before.helper } : {}) };
    const message = line.say({
      by: helper,
      to: agree || (before && rng.chance(0.25)) ? before.message : line.first(),
      after: given.length === 0 ? 35 : 60,
      text: () =>
        agree
          ? speak(matter, talk.peerAgree, who)
          : sentences(
              greeted(rng.chance(0.5) ? speak(matter, talk.peerOpen, who) : '', ' ', speak(matter, own, who)),
              rng.chance(0.35) ? speak(matter, talk.peerTail, who) : '',
            ),
    });
    if (!agree) given.push({ helper, message });
  }
  return given;
}

function thanksAndWelcome(
  cast: Cast,
  line: Thread,
  given: { helper: DemoPerson; message: DemoMessage }[],
): void {
  const { matter, about, asker } = cast;
  const { rng } = matter;
  const talk = talkOf(matter);
  // Whoever explained it best is thanked: most often the one who came first or knows most.
  const best = given.find(({ helper }) => helper.traits.superfan) ?? given[0];
  if (!best) return;
  let answered = best.message;
  const exchange =
    rng.chance(0.42) && !about.mostlyPrivate && about.key !== 'stock' && about.key !== 'price'
      ? rng.pick(about.exchanges)
      : undefined;
  if (exchange) {
    const back = line.say({
      by: asker,
      to: best.message,
      after: 30,
      text: () => speak(matter, [exchange[0]], { me: asker, to: best.helper }),
    });
    answered = line.say({
      by: best.helper,
      to: back,
      after: 35,
      text: () => speak(matter, [exchange[1]], { me: best.helper, to: asker }),
    });
  }
  if (!rng.chance(best.helper.traits.superfan ? 0.9 : 0.7)) return;
  const thanked = line.say({
    by: asker,
    to: answered,
    after: 45,
    text: () => speak(matter, talk.thanks, { me: asker, peer: best.helper }),
  });
  if (rng.chance(0.25))
    line.say({
      by: best.helper,
      to: thanked,
      after: 40,
      text: () => speak(matter, talk.welcome, { me: best.helper, to: asker }),
    });
}

/** Which of the brand's questions (by place in `brandAsk`) make sense in a matter of this kind. */
const sensibleAsks: Record<string, number[]> = {
  Reparatur: [0, 1, 2, 5],
  Reklamation: [0, 1, 4],
  Versand: [3, 5],
  Rücksendung: [3],
};

function brandAnswers(cast: Cast, line: Thread, peer: DemoPerson | undefined): void {
  const { matter, about, asker, staff } = cast;
  const { rng } = matter;
  const talk = talkOf(matter);
  const who = { to: asker, member: staff, ...(peer ? { peer } : {}) };
  const askable = peer ? [] : (sensibleAsks[about.tag] ?? []);
  const asksBack = askable.length > 0 && rng.chance(0.36);
  if (asksBack) {
    const place = rng.pick(askable);
    const asks = talk.brandAsk.slice(place, place + 1);
    const replies = talk.askReply.slice(place, place + 1);
    const asked = line.say({
      by: staff,
      to: line.first(),
      after: 70,
      text: () => brandSays(cast, speak(matter, asks, who)),
    });
    line.say({ by: asker, to: asked, after: 90, text: () => speak(matter, replies, { me: asker }) });
  }
  const body = () =>
    sentences(
      peer && rng.chance(0.7) ? speak(matter, talk.brandPraisesPeer, who) : '',
      speak(matter, about.brand, who),
      !cast.byMail && about.mostlyPrivate && line.first().visibility === 'public'
        ? speak(matter, talk.privately, who)
        : '',
    );
  line.say({
    by: staff,
    to: line.first(),
    after: 80,
    text: () => brandSays(cast, body(), !asksBack || cast.byMail),
  });
}

function ending(cast: Cast, line: Thread, solvedShare: number): void {
  const { matter, about, asker, staff } = cast;
  const { rng } = matter;
  if (!rng.chance(solvedShare)) return;
  const done = line.say({
    by: asker,
    to: line.first(),
    after: 1600,
    text: () => speak(matter, about.solved, { me: asker }),
  });
  if (rng.chance(0.4))
    line.say({
      by: staff,
      to: done,
      after: 90,
      text: () => speak(matter, talkOf(matter).brandWelcome, { to: asker, member: staff }),
    });
}

/** A question before everybody: customers answer first, the brand adds what only it can. */
export function publicQuestion(cast: Cast, line: Thread): void {
  const { matter, helpers, asker } = cast;
  const { rng } = matter;
  line.say({ by: asker, text: () => opening(cast) });
  const given = helpersAnswer(cast, line);
  thanksAndWelcome(cast, line, given);
  if (rng.chance(0.16)) note(cast, line);
  if (helpers.length === 0 || rng.chance(helpers.length > 3 ? 0.3 : 0.62))
    brandAnswers(cast, line, given[0]?.helper);
  ending(cast, line, 0.5);
}

/** A matter between one person and the brand. */
export function privateQuestion(cast: Cast, line: Thread): void {
  const { matter, about, asker, staff } = cast;
  const { rng } = matter;
  const talk = talkOf(matter);
  line.say({ by: asker, text: () => opening(cast) });
  if (rng.chance(0.13))
    line.say({ by: asker, after: 1500, text: () => speak(matter, talk.nudge, { me: asker }) });
  if (rng.chance(0.2)) note(cast, line);
  brandAnswers(cast, line, undefined);
  const exchange = about.mostlyPrivate && rng.chance(0.4) ? rng.pick(about.exchanges) : undefined;
  if (exchange) {
    line.say({ by: asker, after: 50, text: () => speak(matter, [exchange[0]], { me: asker }) });
    line.say({
      by: staff,
      after: 60,
      text: () => speak(matter, [exchange[1]], { to: asker, member: staff }),
    });
  }
  ending(cast, line, 0.72);
}
