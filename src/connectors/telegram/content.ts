import type { InboundAttachment } from '../contract';
import { toPlace } from '../contract/place';
import type { TelegramFile, TelegramMessage } from './shape';

const FILE_TYPES = {
  document: 'application/octet-stream',
  audio: 'audio/mpeg',
  voice: 'audio/ogg',
  video: 'video/mp4',
  video_note: 'video/mp4',
  animation: 'video/mp4',
  sticker: 'image/webp',
} as const;
type FileType = keyof typeof FILE_TYPES;

interface Content {
  text: string;
  attachments: InboundAttachment[];
}

/** Text and files of a message; null where there is nothing that could be shown (somebody joined, a title changed). */
export function toContent(message: TelegramMessage): Content | null {
  const { text, caption, venue, location, contact, poll, dice } = message;
  const files = filesOf(message);
  const words = text ?? caption ?? message.sticker?.emoji;
  if (words != null || files.length > 0) return { text: words ?? '', attachments: files };
  // A venue repeats its place as a location.
  if (venue) return readPlace(venue.location, [venue.title, venue.address]);
  if (location) return readPlace(location, []);
  if (contact) {
    const parts = ['👤', contact.first_name, contact.last_name, contact.phone_number];
    return { text: parts.filter(Boolean).join(' '), attachments: [] };
  }
  if (poll) {
    const options = poll.options.map((option) => `– ${option.text}`);
    return { text: [poll.question, ...options].join('\n'), attachments: [] };
  }
  return dice ? { text: `${dice.emoji} ${dice.value}`, attachments: [] } : null;
}

function readPlace(
  at: { latitude: number; longitude: number },
  names: readonly (string | null | undefined)[],
): Content {
  const { text, mapUrl, figures } = toPlace({ lat: at.latitude, long: at.longitude }, names);
  return { text, attachments: [{ url: mapUrl, contentType: 'text/html', name: figures, size: 0 }] };
}

function filesOf(message: TelegramMessage): InboundAttachment[] {
  // The same picture in several sizes, the largest last.
  const picture = message.photo?.at(-1);
  if (picture) return [toAttachment(picture, 'image/jpeg', 'photo')];
  // An animation repeats itself as a document.
  const types: FileType[] = message.animation ? ['animation'] : (Object.keys(FILE_TYPES) as FileType[]);
  return types.flatMap((type) => {
    const file = message[type];
    return file ? [toAttachment(file, FILE_TYPES[type], type)] : [];
  });
}

/** A file's address would hold the bot's token: it goes by its id, and is fetched with the message. */
function toAttachment(file: TelegramFile, fallback: string, kind: string): InboundAttachment {
  const said = file.mime_type ?? '';
  const name = (file.file_name || file.title || kind).slice(0, 255).toWellFormed();
  return {
    fileKey: file.file_id,
    contentType: /^[\w.+-]+\/[\w.+-]+$/.test(said) ? said : fallback,
    name,
    size: Math.min(Math.trunc(file.file_size ?? 0), Number.MAX_SAFE_INTEGER),
  };
}
