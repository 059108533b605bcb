import { clubMember, commenterFor, helpersFor, starterOf } from './casting';
import { blockSize, conversationsPerBlock, spans } from './circles';
import { demoClock } from './clock';
import {
  converse,
  framed,
  type Moment,
  newMatter,
  newThread,
  postTopics,
  type Stage,
  staffFor,
} from './conversation';
import { crowd } from './crowd';
import { atDesk } from './desk';
import { cascade } from './drawn/cascade';
import { drawnConversations } from './drawn/conversations';
import { nordlichtHead } from './network';
import { planFor } from './plan';
import { random } from './random';
import { brandPost, contestPost, type PostCast, ring, spam } from './scenes/voices';
import type { DemoConversation, DemoOptions, DemoPerson, DemoStream } from './shape';
import type { BankLanguage } from './texts/banks';
import { untilNow } from './thread';
import { memory } from './voice';

function posting(stage: Stage, moment: Moment, raffle: boolean, spammed: boolean): DemoConversation {
  const { rng } = moment;
  const language: BankLanguage = rng.chance(0.78) ? 'de' : 'en';
  const network = rng.pick(['facebook', 'instagram', ...(raffle ? [] : ['mastodon', 'bluesky'])] as (
    | 'facebook'
    | 'instagram'
  )[]);
  const staff = staffFor(rng, stage.members, language);
  const wanted = rng.int(raffle ? 14 : 7, raffle ? 30 : 19);
  const commenters = new Set<DemoPerson>();
  for (let i = 0; i < wanted * 3 && commenters.size < wanted; i += 1) {
    const who = raffle
      ? clubMember(rng, stage.crowd, network)
      : commenterFor(rng, stage.crowd, network, language);
    if (who && (who.language === language || who.traits.circle === 'hiking')) commenters.add(who);
  }
  const spammer = spammed ? stage.crowd.at(spans.spammer[0]) : undefined;
  const cast: PostCast = {
    staff,
    commenters: [...commenters],
    answers: (to) =>
      to.traits.circle ? helpersFor(rng, stage.crowd, to, network, language, 1)[0] : undefined,
    ...(spammer ? { spammer } : {}),
  };
  const matter = newMatter(stage, moment, language);
  const varied = () => ({ ...newMatter(stage, moment, language), item: matter.item });
  const line = newThread(stage, moment, network, 'post', 'public', language);
  const topics = postTopics(language);
  const topic = rng.int(0, topics.length - 1);
  if (raffle) contestPost(matter, cast, line, varied);
  else brandPost(matter, topic, cast, line, varied);
  const subject = raffle ? 'Testklub' : topics[topic]?.subject;
  return framed(moment, line, {
    network,
    kind: 'post',
    visibility: 'public',
    ...(subject ? { subject } : {}),
    tags: [raffle ? 'Testklub' : 'Community'],
    language,
  });
}

function fringe(stage: Stage, moment: Moment, spammer: boolean): DemoConversation {
  const { rng } = moment;
  const varied = () => newMatter(stage, moment, 'de');
  const line = newThread(stage, moment, 'instagram', 'comment', 'public', 'de');
  if (spammer) spam(varied, 'de', stage.crowd.at(spans.spammer[0]), rng.int(3, 7), line);
  else {
    const five = Array.from({ length: 5 }, (_, i) => stage.crowd.at(spans.ring[0] + i));
    const turn = rng.int(0, 4);
    ring(varied, [...five.slice(turn), ...five.slice(0, turn)], line, rng);
  }
  return framed(moment, line, {
    network: 'instagram',
    kind: spammer ? 'comment' : 'mention',
    visibility: 'public',
    tags: [spammer ? 'Spam' : 'Erwähnung'],
    language: 'de',
  });
}

/** Conversation `n` of the stream. The fringe and the brand's posts come at fixed places, all else by whose turn it is. */
function conversationAt(stage: Stage, seed: string, n: number, total: number): DemoConversation {
  const rng = random(seed, 'conversation', n);
  const moment: Moment = {
    rng,
    key: `c${String(n).padStart(7, '0')}`,
    startedAt: stage.clock.at((n + rng.next() * 0.9) / total),
  };
  const inBlock = n % conversationsPerBlock;
  if (inBlock % 40 === 7 && n < conversationsPerBlock * 4) return fringe(stage, moment, true);
  if (inBlock % 100 === 33) return fringe(stage, moment, false);
  if (inBlock % 31 === 5) return posting(stage, moment, false, rng.chance(0.3));
  if (inBlock % 120 === 60) return posting(stage, moment, true, false);
  const starter = starterOf(rng, stage.crowd, n);
  return converse(stage, moment, starter, planFor(rng, starter));
}

function* batches<T>(source: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const one of source) {
    batch.push(one);
    if (batch.length >= size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/**
 * Nordlicht: at scale 1 some 2,000 people, 3,000 conversations and 15,000 messages of the last six
 * months, oldest conversation first. The same seed and scale give the same texts, people and ties;
 * times hang on `now`. Every call of `people` or `conversations` starts anew.
 */
export function generateNordlicht({ seed, now, scale }: DemoOptions): DemoStream {
  const people = Math.max(blockSize, Math.round(blockSize * scale));
  const drawnCount = drawnConversations(now.getTime()).length + 1;
  const total = Math.max(1, Math.round(conversationsPerBlock * scale) - drawnCount);

  function* allPeople(): Generator<DemoPerson> {
    const everybody = crowd(seed, people);
    for (let index = 0; index < people; index += 1) yield everybody.at(index);
  }

  function* allConversations(): Generator<DemoConversation> {
    const clock = demoClock(now, nordlichtHead.timeZone);
    const stage: Stage = {
      crowd: crowd(seed, people),
      clock,
      memory: memory(60_000),
      members: nordlichtHead.members,
    };
    for (let n = 0; n < total; n += 1) {
      const conversation = untilNow(conversationAt(stage, seed, n, total), clock.now);
      if (conversation.messages.length === 0) continue;
      yield atDesk(conversation, {
        rng: random(seed, 'desk', n),
        now: clock.now,
        staff: nordlichtHead.members,
        miraShares: n % Math.max(scale, 1) >= 1,
      });
    }
    yield* drawnConversations(clock.now);
    yield cascade(seed, stage.crowd, clock);
  }

  return {
    head: nordlichtHead,
    counts: { people, conversations: total + drawnCount },
    people: (size = 1000) => batches(allPeople(), size),
    conversations: (size = 500) => batches(allConversations(), size),
  };
}
