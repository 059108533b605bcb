import { z } from 'zod';
import type { InboundAttachment } from '../contract';
import { metaId, metaText } from '../contract/meta/part';
import { toPlace } from '../contract/place';

const MAX_CARDS = 50;
const MEDIA_TYPES = {
  image: 'image/jpeg',
  video: 'video/mp4',
  audio: 'audio/ogg',
  document: 'application/octet-stream',
  sticker: 'image/webp',
} as const;
type MediaType = keyof typeof MEDIA_TYPES;

const media = z.object({
  id: metaId,
  caption: metaText.nullish(),
  filename: metaText.nullish(),
  mime_type: z.string().max(255).nullish(),
});
const optionalText = metaText.nullish();
const list = <T extends z.ZodType>(of: T) => z.array(of).max(MAX_CARDS).nullish();

/** What a message holds, by its type; only the part its type names is there. */
export const contentShape = z.object({
  text: z.object({ body: metaText }).nullish(),
  image: media.nullish(),
  video: media.nullish(),
  audio: media.nullish(),
  document: media.nullish(),
  sticker: media.nullish(),
  button: z.object({ text: metaText }).nullish(),
  interactive: z
    .object({
      button_reply: z.object({ title: metaText }).nullish(),
      list_reply: z.object({ title: metaText, description: optionalText }).nullish(),
      nfm_reply: z.object({ body: optionalText, response_json: optionalText }).nullish(),
    })
    .nullish(),
  location: z
    .object({ latitude: z.number(), longitude: z.number(), name: optionalText, address: optionalText })
    .nullish(),
  contacts: list(
    z.object({
      name: z.object({ formatted_name: optionalText, first_name: optionalText }).nullish(),
      phones: list(z.object({ phone: optionalText })),
      emails: list(z.object({ email: optionalText })),
    }),
  ),
  order: z
    .object({
      text: optionalText,
      product_items: list(z.object({ product_retailer_id: metaId, quantity: z.coerce.number() })),
    })
    .nullish(),
});
export type ContentShape = z.output<typeof contentShape>;

export interface Content {
  text: string;
  attachments: InboundAttachment[];
}

/** Text and media of a message of this type; null where there is nothing that could be shown. */
export function toContent(type: string, value: ContentShape): Content | null {
  if (Object.hasOwn(MEDIA_TYPES, type)) return readMedia(type as MediaType, value[type as MediaType]);
  if (type === 'location') return readPlace(value.location);
  const text = wordsOf(type, value);
  return text ? { text, attachments: [] } : null;
}

function wordsOf(type: string, value: ContentShape): string | null | undefined {
  const { interactive, order } = value;
  switch (type) {
    case 'text':
      return value.text?.body;
    case 'button':
      return value.button?.text;
    case 'interactive':
      return [
        interactive?.button_reply?.title ?? interactive?.list_reply?.title ?? interactive?.nfm_reply?.body,
        interactive?.list_reply?.description ?? interactive?.nfm_reply?.response_json,
      ]
        .filter(Boolean)
        .join('\n');
    case 'contacts':
      return value.contacts?.map(cardOf).join('\n');
    case 'order':
      return [
        order?.text,
        ...(order?.product_items ?? []).map((item) => `🛒 ${item.quantity} × ${item.product_retailer_id}`),
      ]
        .filter(Boolean)
        .join('\n');
    default:
      return null;
  }
}

function cardOf({ name, phones, emails }: NonNullable<ContentShape['contacts']>[number]): string {
  const ways = [...(phones ?? []).map(({ phone }) => phone), ...(emails ?? []).map(({ email }) => email)];
  return ['👤', name?.formatted_name ?? name?.first_name, ...ways].filter(Boolean).join(' ');
}

/** A file comes by its id alone: it is fetched while the delivery is resolved, and found again by that id. */
function readMedia(type: MediaType, value: ContentShape[MediaType]): Content | null {
  if (!value) return null;
  const said = value.mime_type?.replaceAll('\\', '').split(';')[0]?.trim() ?? '';
  const contentType = /^[\w.+-]+\/[\w.+-]+$/.test(said) ? said : MEDIA_TYPES[type];
  const name = value.filename?.slice(0, 255).toWellFormed() || type;
  return {
    text: value.caption ?? '',
    attachments: [{ fileKey: value.id, contentType, name, size: 0 }],
  };
}

function readPlace(value: ContentShape['location']): Content | null {
  if (!value) return null;
  const { text, mapUrl, figures } = toPlace({ lat: value.latitude, long: value.longitude }, [
    value.name,
    value.address,
  ]);
  return { text, attachments: [{ url: mapUrl, contentType: 'text/html', name: figures, size: 0 }] };
}
