import type { Network } from '@/kernel/vocabulary';
import type { DemoCircle } from './shape';

/** People come in blocks of this size; each block has the same planted groups at the same places. */
export const blockSize = 2000;
/** Conversations that belong to one block. */
export const conversationsPerBlock = 3000;

/** [first, last] position within a block. The people of the drawings are the first of block 0. */
export const spans = {
  drawn: [0, 19],
  repair: [40, 109],
  hiking: [110, 189],
  testclub: [190, 349],
  ring: [350, 354],
  spammer: [355, 355],
  duplicates: [360, 419],
} as const satisfies Record<string, readonly [number, number]>;

export const superfanSpans = { repair: [40, 43], hiking: [110, 114] } as const;

const within = (n: number, [from, to]: readonly [number, number]) => n >= from && n <= to;

/** Drawn people who belong to the repair circle although they stand first: Jonas, Marta, Lukas, Katharina. */
export const drawnRepair = [0, 1, 2, 10];
/** Agnieszka, Lea & Noah, Søren, Bergliebe. */
export const drawnHiking = [3, 5, 6, 11];

export function circleOf(index: number): DemoCircle | undefined {
  const place = index % blockSize;
  if (index < blockSize) {
    if (drawnRepair.includes(index)) return 'repair';
    if (drawnHiking.includes(index)) return 'hiking';
    if (within(place, spans.ring)) return 'ring';
  }
  if (within(place, spans.repair)) return 'repair';
  if (within(place, spans.hiking)) return 'hiking';
  if (within(place, spans.testclub)) return 'testclub';
  return undefined;
}

export const isSpammer = (index: number) => index === spans.spammer[0];
export const isDrawn = (index: number) => index <= spans.drawn[1];

export function isSuperfan(index: number): boolean {
  const place = index % blockSize;
  return index === 1 || within(place, superfanSpans.repair) || within(place, superfanSpans.hiking);
}

/** Which circle helps on a network: it lives there. */
export const homeOf: Partial<Record<Network, 'repair' | 'hiking'>> = {
  facebook: 'repair',
  instagram: 'repair',
  mastodon: 'hiking',
  bluesky: 'hiking',
};
