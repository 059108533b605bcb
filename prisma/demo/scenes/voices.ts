import { sentences } from '../grammar';
import type { Random } from '../random';
import type { DemoMember, DemoMessage, DemoPerson } from '../shape';
import { type BankLanguage, banks } from '../texts/banks';
import type { Thread } from '../thread';
import { type Matter, speak } from '../voice';

const bankOf = (matter: Matter) => banks[matter.language];

/** Somebody speaks about the brand; now and then it answers, now and then others join in. */
export function mention(
  matter: Matter,
  who: DemoPerson,
  staff: DemoMember,
  friends: DemoPerson[],
  line: Thread,
): void {
  const { praise, talk } = bankOf(matter);
  const { rng } = matter;
  line.say({
    by: who,
    text: () =>
      sentences(speak(matter, praise.mentions, { me: who }), speak(matter, praise.mentionTails, { me: who })),
  });
  for (const friend of friends) {
    const before = line.last();
    line.say({
      by: friend,
      to: before,
      after: 70,
      text: () => sentences(speak(matter, talk.peerAgree, { me: friend, peer: who })),
    });
  }
  if (rng.chance(0.6))
    line.say({
      by: staff,
      to: line.first(),
      after: 120,
      text: () => speak(matter, praise.mentionReplies, { to: who, member: staff }),
    });
}

export type Stars = 1 | 2 | 3 | 4 | 5;

export function stars(rng: Random): Stars {
  return rng.weighted([
    [5, 46],
    [4, 22],
    [3, 11],
    [2, 9],
    [1, 12],
  ] as const);
}

/** A review; the brand answers most of the bad ones, some are repaired and say so. */
export function review(
  matter: Matter,
  who: DemoPerson,
  staff: DemoMember,
  rating: Stars,
  line: Thread,
): void {
  const { praise } = bankOf(matter);
  const { rng } = matter;
  const { open, body, end } = praise.reviews[rating];
  const me = { me: who };
  line.say({
    by: who,
    rating,
    text: () =>
      sentences(
        speak(matter, open, me),
        speak(matter, body, me),
        rng.chance(0.25) ? speak(matter, body, me) : '',
        speak(matter, end, me),
      ),
  });
  const bad = rating <= 2;
  if (!rng.chance(bad ? 0.85 : rating === 3 ? 0.7 : 0.45)) return;
  const replies = praise.reviewReplies[bad ? 'bad' : rating === 3 ? 'middling' : 'good'];
  line.say({
    by: staff,
    to: line.first(),
    after: 400,
    text: () => speak(matter, replies, { to: who, member: staff }),
  });
  if (bad && rng.chance(0.4)) {
    line.say({
      by: who,
      after: 7000,
      kind: 'review',
      rating: rng.chance(0.6) ? 4 : 3,
      text: () => speak(matter, praise.reviewRepaired, { me: who, member: staff }),
    });
  }
}

/** Entries and questions of people who talk to the brand alone. */
export function contestEntry(matter: Matter, who: DemoPerson, staff: DemoMember, line: Thread): void {
  const { margin } = bankOf(matter);
  line.say({ by: who, text: () => speak(matter, margin.contestEntries, { me: who }) });
  if (matter.rng.chance(0.8))
    line.say({
      by: staff,
      to: line.first(),
      after: 90,
      text: () => speak(matter, margin.contestReplies, { to: who, member: staff }),
    });
  if (matter.rng.chance(0.25))
    line.say({
      by: who,
      to: line.last(),
      after: 300,
      text: () => speak(matter, margin.contestEntries, { me: who }),
    });
}

export interface PostCast {
  staff: DemoMember;
  /** Who comments, in order. */
  commenters: DemoPerson[];
  /** Who answers a commenter, or nobody. */
  answers: (to: DemoPerson) => DemoPerson | undefined;
  spammer?: DemoPerson;
}

/** A post of the brand and what people make of it. `varied` gives each comment a matter of its own. */
export function brandPost(
  matter: Matter,
  topic: number,
  cast: PostCast,
  line: Thread,
  varied: () => Matter,
): void {
  const bank = bankOf(matter);
  const post = bank.posts[topic % bank.posts.length];
  if (!post) return;
  const { rng } = matter;
  const { staff } = cast;
  line.say({ by: staff, text: () => speak(matter, post.posts, { member: staff }) });
  for (const who of cast.commenters) {
    const answerer = rng.chance(0.5) ? cast.answers(who) : undefined;
    if (answerer) {
      const [said, back] = rng.pick(post.talk);
      const own = varied();
      const comment = line.say({
        by: who,
        to: line.first(),
        after: 25,
        text: () => speak(varied(), [said], { me: who }),
      });
      line.say({
        by: answerer,
        to: comment,
        after: 20,
        text: () => speak(own, [back], { me: answerer, to: who }),
      });
      continue;
    }
    const comment = line.say({
      by: who,
      to: line.first(),
      after: 25,
      text: () => speak(varied(), post.comments, { me: who }),
    });
    if (rng.chance(0.12))
      line.say({
        by: staff,
        to: comment,
        after: 30,
        text: () => speak(varied(), post.brandReplies, { to: who, member: staff }),
      });
  }
  const { spammer } = cast;
  if (spammer)
    line.say({
      by: spammer,
      to: line.first(),
      after: 10,
      text: () => speak(varied(), bank.margin.spam, { me: spammer }),
    });
}

/** A raffle: everybody answers the brand, nobody each other. */
export function contestPost(matter: Matter, cast: PostCast, line: Thread, varied: () => Matter): void {
  const { margin } = bankOf(matter);
  const { staff } = cast;
  line.say({ by: staff, text: () => speak(matter, margin.contestPosts, { member: staff }) });
  for (const who of cast.commenters) {
    const entry = line.say({
      by: who,
      to: line.first(),
      after: 15,
      text: () => speak(varied(), margin.contestEntries, { me: who }),
    });
    if (matter.rng.chance(0.35))
      line.say({
        by: staff,
        to: entry,
        after: 20,
        text: () => speak(varied(), margin.contestReplies, { to: who, member: staff }),
      });
  }
}

export function spam(
  varied: () => Matter,
  language: BankLanguage,
  who: DemoPerson,
  count: number,
  line: Thread,
): void {
  for (let i = 0; i < count; i += 1)
    line.say({ by: who, after: 4, text: () => speak(varied(), banks[language].margin.spam, { me: who }) });
}

/** Five people who praise each other, whatever was said. */
export function ring(varied: () => Matter, members: DemoPerson[], line: Thread, rng: Random): void {
  const [first, ...others] = members;
  if (!first) return;
  const peer = rng.pick(others);
  line.say({ by: first, text: () => speak(varied(), banks.de.margin.ringPosts, { me: first, peer }) });
  let to: DemoMessage = line.first();
  let praised = first;
  for (const who of others) {
    const target = praised;
    to = line.say({
      by: who,
      to,
      after: 6,
      text: () => speak(varied(), banks.de.margin.ringPraise, { me: who, peer: target }),
    });
    if (rng.chance(0.5)) praised = who;
    else to = line.first();
    if (to === line.first()) praised = first;
  }
}
