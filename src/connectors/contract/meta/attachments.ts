import type { InboundAttachment } from '../../contract';
import { toStorable } from '../read-json';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  pdf: 'application/pdf',
};
const FALLBACKS = {
  image: 'image/jpeg',
  video: 'video/mp4',
  audio: 'audio/mpeg',
  file: 'application/octet-stream',
  link: 'text/html',
} as const;
export type MediaKind = keyof typeof FALLBACKS;

const MAX_URL = 4096;
export const MAX_ATTACHMENTS = 50;

/** An attachment of what Meta says only by its address; null where that is none on the web. */
export function toAttachment(kind: MediaKind, address: unknown, name?: string): InboundAttachment | null {
  if (typeof address !== 'string' || address.length > MAX_URL || !/^https?:\/\//i.test(address)) return null;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const file = url.pathname.split('/').at(-1) ?? '';
  const extension = /\.([a-z0-9]{2,4})$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  const known = kind === 'link' ? undefined : CONTENT_TYPES[extension];
  const label = name ?? (kind === 'link' || file === '' ? url.hostname : file);
  return {
    url: toStorable(address),
    contentType: known ?? FALLBACKS[kind],
    name: toStorable(label.slice(0, 255)),
    size: 0,
  };
}

export function compact(attachments: readonly (InboundAttachment | null)[]): InboundAttachment[] {
  return attachments.filter((attachment) => attachment !== null).slice(0, MAX_ATTACHMENTS);
}
