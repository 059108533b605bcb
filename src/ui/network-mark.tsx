import type { Network } from '@/kernel/vocabulary';
import { networkGlyphs } from './network-glyphs';

export interface NetworkMarkProps {
  network: Network;
  /** The network's name in the reader's language; leave out where the name stands beside the mark. */
  name?: string;
  /** Pixels. */
  size?: number;
}

/** The sign of a network: shape and colour, so that neither carries the meaning alone. */
export function NetworkMark({ network, name, size = 16 }: NetworkMarkProps) {
  const { colour, glyph } = networkGlyphs[network];
  const sign = (
    <>
      <circle cx="8" cy="8" r="8" fill={colour} />
      <g fill="none" stroke="white" strokeWidth="1.35" strokeLinecap="round" strokeLinejoin="round">
        {glyph}
      </g>
    </>
  );
  const box = { viewBox: '0 0 16 16', width: size, height: size, className: 'shrink-0' };
  if (!name) {
    return (
      <svg aria-hidden="true" {...box}>
        {sign}
      </svg>
    );
  }
  return (
    <svg role="img" aria-label={name} {...box}>
      <title>{name}</title>
      {sign}
    </svg>
  );
}
