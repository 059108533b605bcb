import type { PostRecord } from './schema';

type Facet = NonNullable<PostRecord['facets']>[number];

/** Bluesky's apps shorten long links for the eye (`example.com/very-long…`): the whole address is put back. */
export function whole(text: string, facets: readonly Facet[]): string {
  if (!/\.\.\.|…/.test(text)) return text;
  const bytes = Buffer.from(text);
  const links = facets
    .flatMap(({ index, features }) => {
      const uri = features.find((feature) => feature.$type.endsWith('#link'))?.uri;
      return uri && index.byteEnd <= bytes.length && index.byteStart < index.byteEnd
        ? [{ ...index, uri }]
        : [];
    })
    .sort((left, right) => left.byteStart - right.byteStart);
  const parts: string[] = [];
  let at = 0;
  for (const { byteStart, byteEnd, uri } of links) {
    const shown = bytes.subarray(byteStart, byteEnd).toString();
    if (byteStart < at || !/(\.\.\.|…)$/.test(shown)) continue;
    parts.push(bytes.subarray(at, byteStart).toString(), uri);
    at = byteEnd;
  }
  parts.push(bytes.subarray(at).toString());
  return parts.join('').slice(0, 100_000).replace(/\0/g, '\uFFFD').toWellFormed();
}
