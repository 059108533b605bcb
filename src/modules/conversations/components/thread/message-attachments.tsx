'use client';
import Download from 'lucide-react/icons/download';
import FileText from 'lucide-react/icons/file-text';
import { useFormatter, useTranslations } from 'next-intl';
import { icon } from '@/ui/icon';
import type { MessageView } from '../../contract';
import { useInbox } from '../state/inbox-context';

type AttachmentView = MessageView['attachments'][number];

const pictures = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'];

export function isPicture({ contentType, url }: AttachmentView): boolean {
  return url !== null && pictures.includes(contentType.toLowerCase());
}

/** Pictures side by side, opening large; everything else as a file with name and size. */
export function MessageAttachments({ message }: { message: MessageView }) {
  const t = useTranslations('conversations');
  const { store } = useInbox();
  if (message.attachments.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-wrap gap-2" aria-label={t('attachments.label')}>
      {message.attachments.map((one) => (
        <li key={one.id} className="max-w-full">
          {isPicture(one) ? (
            <button
              type="button"
              aria-label={t('attachments.enlarge', { name: one.name })}
              onClick={() => store.set({ lightbox: { messageId: message.id, attachmentId: one.id } })}
              className="block overflow-hidden rounded-r2 border border-line bg-sunken"
            >
              {/* biome-ignore lint/performance/noImgElement: addresses of networks, not ours to resize */}
              <img
                src={one.url ?? ''}
                alt=""
                loading="lazy"
                decoding="async"
                referrerPolicy="no-referrer"
                className="h-36 max-w-64 min-w-24 object-cover"
              />
            </button>
          ) : (
            <FileCard attachment={one} />
          )}
        </li>
      ))}
    </ul>
  );
}

function FileCard({ attachment }: { attachment: AttachmentView }) {
  const t = useTranslations('conversations');
  const size = useFileSize();
  const words = (
    <>
      <FileText {...icon} className="shrink-0 text-ink-3" />
      <span className="min-w-0">
        <span className="block truncate text-small font-medium">{attachment.name}</span>
        <span className="num block text-meta text-ink-3">{size(attachment.size)}</span>
      </span>
    </>
  );
  const look =
    'flex max-w-72 items-center gap-2.5 rounded-r2 border border-line bg-surface px-3 py-2 text-ink';
  if (!attachment.url) {
    return (
      <span className={look} title={t('attachments.gone')}>
        {words}
      </span>
    );
  }
  return (
    <a
      href={attachment.url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className={`${look} hover:border-line-strong`}
    >
      {words}
      <Download {...icon} className="ml-1 shrink-0 text-ink-3" />
    </a>
  );
}

/** "1,4 MB": bytes for people, in the reader's language. */
export function useFileSize(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) => {
    const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
    const step = bytes < 1000 ? 0 : bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3;
    return format.number(bytes / 1000 ** step, {
      style: 'unit',
      unit: units[step] ?? 'byte',
      unitDisplay: 'short',
      maximumFractionDigits: step > 1 ? 1 : 0,
    });
  };
}
