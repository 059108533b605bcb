import { weightedLength } from '@/kernel/weighted-length';

export type LengthUnit = 'characters' | 'graphemes' | 'bytes' | 'weighted';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const encoder = new TextEncoder();

/** How long a text is as its network counts: Unicode code points, what people see as one sign, UTF-8 bytes, or weighted as X does. */
export function lengthIn(unit: LengthUnit, text: string): number {
  if (unit === 'bytes') return encoder.encode(text).length;
  if (unit === 'characters') return Array.from(text).length;
  if (unit === 'weighted') return weightedLength(text);
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}
