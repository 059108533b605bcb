import type { ReactNode } from 'react';
import type { Network } from '@/kernel/vocabulary';

/**
 * Our own sign and colour for each network (no logos): simple strokes on a 16 × 16 grid, readable at 14 px.
 * Colours carry white strokes at 3:1 in both themes.
 */
export const networkGlyphs: Record<Network, { colour: string; glyph: ReactNode }> = {
  api: {
    colour: 'oklch(45% .03 230)',
    glyph: <path d="M6.2 5 3.6 8l2.6 3M9.8 5l2.6 3-2.6 3" />,
  },
  email: {
    colour: 'oklch(50% .02 230)',
    glyph: <path d="M3.8 5.2h8.4v5.8H3.8zM4 5.6l4 3 4-3" />,
  },
  bluesky: {
    colour: 'oklch(58% .15 245)',
    glyph: (
      <path
        d="M8 7.4C7 5.6 5.4 4.4 3.8 4.4c-.4 2.7.6 4 2.4 4.2-1.6.4-1.8 1.7-.6 2.9C6.7 12 7.6 10.6 8 9.4c.4 1.2 1.3 2.6 2.4 2.1 1.2-1.2 1-2.5-.6-2.9 1.8-.2 2.8-1.5 2.4-4.2C10.6 4.4 9 5.6 8 7.4z"
        fill="white"
        stroke="none"
      />
    ),
  },
  mastodon: {
    colour: 'oklch(55% .17 285)',
    glyph: <path d="M4.4 11.6V6.8C4.4 4 8 4 8 6.8v2M8 6.8C8 4 11.6 4 11.6 6.8v4.8" />,
  },
  feed: {
    colour: 'oklch(58% .14 60)',
    glyph: (
      <>
        <path d="M4.6 7.8a3.6 3.6 0 0 1 3.6 3.6M4.6 4.6a6.8 6.8 0 0 1 6.8 6.8" />
        <circle cx="5.1" cy="10.9" r=".9" fill="white" stroke="none" />
      </>
    ),
  },
  wordpress: {
    colour: 'oklch(48% .08 235)',
    glyph: <path d="m3.8 5 2.1 6.2L8 6l2.1 5.2L12.2 5" />,
  },
  facebook: {
    colour: 'oklch(52% .16 260)',
    glyph: <path d="M10.3 4.2H9.6C8.4 4.2 7.8 5 7.8 6.1v6.1M5.9 8.1h3.9" />,
  },
  instagram: {
    colour: 'oklch(58% .18 0)',
    glyph: (
      <>
        <rect x="4" y="4" width="8" height="8" rx="2.4" />
        <circle cx="8" cy="8" r="1.8" />
      </>
    ),
  },
  whatsapp: {
    colour: 'oklch(56% .13 150)',
    glyph: <path d="m4 12 .7-2.2a4.3 4.3 0 1 1 1.7 1.6zM6.6 6.8c0 1.4 1.2 2.6 2.6 2.6" />,
  },
  telegram: {
    colour: 'oklch(58% .12 232)',
    glyph: <path d="M3.6 7.7 12.2 4.4 10.6 11.8 7.5 9.4zM7.5 9.4l4.2-4.6" />,
  },
  x: { colour: 'oklch(36% .01 230)', glyph: <path d="m4.8 4.6 6.4 6.8M11.2 4.6 4.8 11.4" /> },
  discourse: {
    colour: 'oklch(54% .12 95)',
    glyph: <path d="M4.2 12V8A3.8 3.8 0 1 1 8 11.9zM6.4 7.2h3.2M6.4 9h2" />,
  },
  nodebb: {
    colour: 'oklch(50% .13 265)',
    glyph: <path d="M4 5h5.6v3.8H6.4L4 10.6zM11.8 7.4v4.8l-1.8-1.4H7.8" />,
  },
  trustpilot: {
    colour: 'oklch(56% .12 160)',
    glyph: (
      <path d="m8 3.7 1.3 2.8 3 .3-2.3 2 .7 3L8 10.3l-2.7 1.5.7-3-2.3-2 3-.3z" fill="white" stroke="none" />
    ),
  },
  'google-business': {
    colour: 'oklch(55% .15 28)',
    glyph: (
      <>
        <path d="M8 12.7C6 10.3 4.8 8.7 4.8 7a3.2 3.2 0 0 1 6.4 0c0 1.7-1.2 3.3-3.2 5.7z" />
        <circle cx="8" cy="7" r=".9" fill="white" stroke="none" />
      </>
    ),
  },
  chat: {
    colour: 'oklch(50% .09 205)',
    glyph: <path d="M3.8 4.6h8.4v5.6H8.2L5.8 12.2v-2h-2zM6.2 7.4h.01M8 7.4h.01M9.8 7.4h.01" />,
  },
  linkedin: {
    colour: 'oklch(48% .12 250)',
    glyph: <path d="M4.8 7.2v4.4M4.8 4.8v.01M7.6 11.6V7.2M7.6 9c0-2.4 3.6-2.6 3.6 0v2.6" />,
  },
};
