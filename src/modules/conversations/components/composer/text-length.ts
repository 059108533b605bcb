export type LengthUnit = 'characters' | 'graphemes' | 'bytes';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const encoder = new TextEncoder();

/** How long a text is as its network counts: Unicode code points, what people see as one sign, or UTF-8 bytes. */
export function lengthIn(unit: LengthUnit, text: string): number {
  if (unit === 'bytes') return encoder.encode(text).length;
  if (unit === 'characters') return Array.from(text).length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}
