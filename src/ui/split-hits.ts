export interface Part {
  at: number;
  text: string;
  hit: boolean;
}

/** Cuts text at its hits; ranges that overlap, are empty or lie outside are mended, never thrown at. */
export function splitHits(
  text: string,
  ranges: readonly (readonly [number, number])[] = [],
  words: readonly string[] = [],
): Part[] {
  const hits = [...ranges, ...rangesOf(text, words)]
    .map(([start, end]) => [Math.max(0, start), Math.min(text.length, end)] as const)
    .filter(([start, end]) => start < end)
    .sort((a, b) => a[0] - b[0]);
  const parts: Part[] = [];
  let at = 0;
  for (const [start, end] of hits) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    if (from > at) parts.push({ at, text: text.slice(at, from), hit: false });
    parts.push({ at: from, text: text.slice(from, end), hit: true });
    at = end;
  }
  if (at < text.length) parts.push({ at, text: text.slice(at), hit: false });
  return parts;
}

function rangesOf(text: string, words: readonly string[]): (readonly [number, number])[] {
  const sought = words
    .filter((word) => word.trim() !== '')
    .map((word) => word.trim().replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  if (sought.length === 0) return [];
  return [...text.matchAll(new RegExp(sought.join('|'), 'gi'))].map(
    (hit) => [hit.index, hit.index + hit[0].length] as const,
  );
}
