import { z } from 'zod';
import type { InboundAttachment } from '../../contract';
import { toPlace } from '../place';
import { compact, MAX_ATTACHMENTS, type MediaKind, toAttachment } from './attachments';
import { metaText } from './part';

const MEDIA: Readonly<Record<string, MediaKind | undefined>> = {
  image: 'image',
  video: 'video',
  audio: 'audio',
  file: 'file',
  reel: 'link',
  ig_reel: 'link',
  ig_post: 'link',
  story_mention: 'link',
  post: 'link',
  share: 'link',
  fallback: 'link',
};

/** What says more than the name of the host it lies on. */
const NAMES: Readonly<Record<string, string | undefined>> = { story_mention: 'story', story: 'story' };

const element = z.object({
  title: metaText.nullish(),
  subtitle: metaText.nullish(),
  image_url: z.unknown().optional(),
});

const attachment = z.object({
  type: z.string(),
  title: metaText.nullish(),
  url: z.unknown().optional(),
  payload: z
    .object({
      url: z.unknown().optional(),
      title: metaText.nullish(),
      sticker_id: z.unknown().optional(),
      coordinates: z.object({ lat: z.number(), long: z.number() }).nullish(),
      elements: z.array(element).nullish(),
      product: z.object({ elements: z.array(element).nullish() }).nullish(),
    })
    .nullish(),
});
type Attachment = z.output<typeof attachment>;

interface Content {
  text: string;
  attachments: InboundAttachment[];
}

/** The text and media of a Messenger or Instagram message; places and product cards become words with a link or picture. */
export function toMessagingContent(text: string, raw: readonly unknown[]): Content {
  const parts = raw.slice(0, MAX_ATTACHMENTS).map((one) => {
    const parsed = attachment.safeParse(one);
    return parsed.success ? readAttachment(parsed.data) : { text: '', attachments: [] };
  });
  return {
    text: [text, ...parts.map((part) => part.text)].filter((words) => words !== '').join('\n'),
    attachments: compact(parts.flatMap((part) => part.attachments)),
  };
}

function readAttachment({ type, title, url, payload }: Attachment): Content {
  if (payload?.coordinates) return readPlace(payload.coordinates, title ?? payload.title);
  const cards = payload?.product?.elements ?? payload?.elements;
  if (cards) {
    return {
      text: cards
        .flatMap((card) => [card.title, card.subtitle])
        .filter(Boolean)
        .join('\n'),
      attachments: compact(
        cards.map((card) => toAttachment('image', card.image_url, card.title ?? undefined)),
      ),
    };
  }
  const name =
    NAMES[type] ?? (payload?.sticker_id == null ? (payload?.title ?? title ?? undefined) : 'sticker');
  return {
    text: '',
    attachments: compact([toAttachment(MEDIA[type] ?? 'link', payload?.url ?? url, name || undefined)]),
  };
}

function readPlace(at: { lat: number; long: number }, title: string | null | undefined): Content {
  const { text, mapUrl, figures } = toPlace(at, [title]);
  return { text, attachments: compact([toAttachment('link', mapUrl, figures)]) };
}
