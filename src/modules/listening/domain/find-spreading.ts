import { judge, type Point, type Series, type Signal, type Spread, usualAt, velocityAt } from './velocity';

export interface Post {
  id: string;
  channelId: string;
  author: string;
  sentAt: Date;
}

/** The counts of posts by signal. */
export type Counts = ReadonlyMap<string, Partial<Record<Signal, readonly Point[]>>>;

const signals = ['shares', 'replies', 'views'] as const satisfies readonly Signal[];

/** True where the post's own velocity could be worth a look at all: any that is counted and moves. */
export function moves(post: Post, counts: Counts, now: number): boolean {
  return signals.some((signal) => (velocityOf(post, signal, counts, now)?.perHour ?? 0) > 0);
}

/**
 * Of these posts the ones that spread, each by its strongest signal.
 * @param others posts they are held against; a post is never held against itself
 */
export function findSpreading<One extends Post>(
  posts: readonly One[],
  others: readonly Post[],
  counts: Counts,
  weights: Record<Signal, number>,
  now: number,
): { post: One; spread: Spread }[] {
  const byChannel = groupBy(others, ({ channelId }) => channelId);
  const byAuthor = groupBy(others, authorOf);
  return posts.flatMap((post) => {
    const age = now - post.sentAt.getTime();
    const found = signals.flatMap((signal) => {
      const velocity = velocityOf(post, signal, counts, now);
      if (!velocity) return [];
      const usual = (group: readonly Post[]) =>
        usualAt(
          group.flatMap((other) => (other.id === post.id ? [] : (seriesOf(other, signal, counts) ?? []))),
          age,
        );
      const author = usual(byAuthor.get(authorOf(post)) ?? []);
      const channel = usual(byChannel.get(post.channelId) ?? []);
      return judge(signal, velocity, { author, channel }, weights[signal]) ?? [];
    });
    const [strongest] = found.sort((a, b) => b.times - a.times);
    return strongest ? [{ post, spread: strongest }] : [];
  });
}

/** The brand is another author on each channel. */
function authorOf({ author, channelId }: Post): string {
  return author === 'brand' ? `brand ${channelId}` : author;
}

function velocityOf(post: Post, signal: Signal, counts: Counts, now: number) {
  const series = seriesOf(post, signal, counts);
  return series && velocityAt(series, now);
}

/** Null where nobody counts this of this post. */
function seriesOf(post: Post, signal: Signal, counts: Counts): Series | null {
  const points = counts.get(post.id)?.[signal];
  return points ? { sentAt: post.sentAt.getTime(), points } : null;
}

function groupBy<One>(all: readonly One[], keyOf: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
