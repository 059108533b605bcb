import { z } from 'zod';
import type { InboundAttachment } from '../contract';
import { compact, toAttachment } from '../contract/meta/attachments';
import { isRecord, toStorable } from '../contract/read-json';
import { atUri } from './schema';

const image = z.object({ fullsize: z.unknown().optional(), alt: z.string().max(10_000).nullish() });
const external = z.object({ uri: z.unknown().optional(), title: z.string().max(10_000).nullish() });
const quoted = z.object({
  uri: atUri,
  author: z
    .object({ handle: z.string().max(254) })
    .nullish()
    .catch(null),
  value: z
    .object({ text: z.string().max(100_000) })
    .nullish()
    .catch(null),
});

/** Pictures, a film's still and a link's card, as the AppView shows them; beside a quote they stand under `media`. */
export function attachmentsOf(embed: unknown): InboundAttachment[] {
  if (!isRecord(embed)) return [];
  if (isRecord(embed.media)) return attachmentsOf({ ...embed.media, media: undefined });
  const images = Array.isArray(embed.images) ? embed.images.slice(0, 50) : [];
  const card = external.safeParse(embed.external).data;
  return compact([
    ...images.map((raw) => {
      const { fullsize, alt } = image.safeParse(raw).data ?? {};
      return toAttachment('image', fullsize, nameOf(alt));
    }),
    toAttachment('image', embed.thumbnail),
    card ? toAttachment('link', card.uri, nameOf(card.title)) : null,
  ]);
}

function nameOf(text: string | null | undefined): string | undefined {
  return text?.trim().slice(0, 255).toWellFormed() || undefined;
}

/** The post that this one quotes, with its author; its text is empty where it is gone or hidden. */
export function quoteIn(embed: unknown): { uri: string; text: string } | null {
  const outer = isRecord(embed) && isRecord(embed.record) ? embed.record : undefined;
  const found = quoted.safeParse(isRecord(outer?.record) ? outer.record : outer).data;
  if (!found?.uri.includes('/app.bsky.feed.post/')) return null;
  const text = found.value ? `@${found.author?.handle ?? ''}: ${found.value.text}` : '';
  return { uri: found.uri, text: toStorable(text) };
}
