'use client';
import CircleAlert from 'lucide-react/icons/circle-alert';
import FileText from 'lucide-react/icons/file-text';
import X from 'lucide-react/icons/x';
import { useTranslations } from 'next-intl';
import { iconSmall } from '@/ui/icon';
import type { Uploads } from '../data/use-uploads';
import { useFileSize } from '../thread/message-attachments';

/** Files on their way into the message, each with its progress and a cross. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  const t = useTranslations('conversations');
  const common = useTranslations('common');
  const size = useFileSize();
  if (uploads.items.length === 0) return null;
  return (
    <ul aria-label={t('attachments.label')} className="flex flex-wrap gap-2 px-3 pb-1">
      {uploads.items.map((one) => (
        <li
          key={one.key}
          className={`relative flex max-w-60 items-center gap-2 overflow-hidden rounded-r2 border py-1 pr-1 pl-2 text-meta ${one.error ? 'border-bad bg-bad-soft text-bad-ink' : 'border-line bg-surface'}`}
        >
          {one.error ? <CircleAlert {...iconSmall} /> : <FileText {...iconSmall} className="text-ink-3" />}
          <span className="min-w-0 flex-1 truncate">{one.name}</span>
          <span className="num shrink-0 text-ink-3">{one.error ?? size(one.size)}</span>
          <button
            type="button"
            aria-label={common('removeNamed', { name: one.name })}
            onClick={() => uploads.remove(one.key)}
            className="grid size-6 place-items-center rounded-full hover:bg-hover"
          >
            <X {...iconSmall} />
          </button>
          {one.id || one.error ? null : (
            <span
              role="progressbar"
              aria-label={one.name}
              aria-valuenow={Math.round(one.share * 100)}
              className="absolute bottom-0 left-0 h-0.5 bg-accent"
              style={{ width: `${one.share * 100}%` }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
