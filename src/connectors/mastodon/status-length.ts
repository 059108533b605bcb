const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const LINK_LENGTH = 23;

/** Characters as Mastodon counts them: graphemes, each link 23, of `@name@instance` only `@name`. */
export function lengthOf(text: string): number {
  const counted = text
    .replace(/https?:\/\/[^\s<>"]+/gi, '-'.repeat(LINK_LENGTH))
    .replace(/(?<![\w/])(@\w[\w.-]{0,100})@[\w.-]{1,253}/g, '$1');
  return [...segmenter.segment(counted)].length;
}
