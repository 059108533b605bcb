import { Fragment } from 'react';
import { splitHits } from './split-hits';

export interface HighlightProps {
  text: string;
  /** Places of the hits as [start, end) in UTF-16 units; or the words looked for. */
  ranges?: readonly (readonly [number, number])[];
  words?: readonly string[];
}

/** Text with the search's hits marked. */
export function Highlight({ text, ranges, words }: HighlightProps) {
  return splitHits(text, ranges, words).map((part) => (
    <Fragment key={part.at}>
      {part.hit ? <mark className="rounded-[3px] bg-mark px-px text-ink">{part.text}</mark> : part.text}
    </Fragment>
  ));
}
