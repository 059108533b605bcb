/** Code points that weigh one: Latin, Greek, Cyrillic, Hebrew, Arabic …, and dashes, quotes, spaces; all others weigh two. */
const LIGHT: readonly (readonly [number, number])[] = [
  [0x0000, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
];
const LINK_WEIGHT = 23;
const EMOJI = /\p{Emoji_Presentation}|\ufe0f|\u20e3/u;

/** With its scheme; or bare: under a name of three letters and more, or a country's below a subdomain or with a path. */
const LINK =
  /https?:\/\/[^\s<>"]+|(?<![\w@.-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}(?:(?:com|org|net|info|biz|edu|gov|app|dev|shop|blog|news|online|site|store|wien|berlin|hamburg|koeln|bayern|co|tv)\b(?![-\w@])|[a-z]{2}\/)[^\s<>"]*|(?<![\w@.-])(?:[a-z0-9][a-z0-9-]{0,62}\.){2,8}[a-z]{2}\b(?![-\w.@])/giu;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Length as X counts it (twitter-text, configuration 3): of the composed form (NFC) each link 23 however long, each
 * emoji 2 however it is made, each sign of the scripts above 1, any other 2. Bare domains are told by a short list of
 * endings, so an unusual one may weigh a little more or less here than there.
 */
export function weightedLength(text: string): number {
  const composed = text.normalize('NFC');
  let links = 0;
  const rest = composed.replace(LINK, () => {
    links += 1;
    return '';
  });
  let length = links * LINK_WEIGHT;
  for (const { segment } of segmenter.segment(rest)) {
    if (EMOJI.test(segment)) length += 2;
    else for (const sign of segment) length += isLight(sign.codePointAt(0) ?? 0) ? 1 : 2;
  }
  return length;
}

function isLight(point: number): boolean {
  return LIGHT.some(([first, last]) => point >= first && point <= last);
}
