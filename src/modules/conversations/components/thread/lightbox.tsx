'use client';
import { Dialog } from '@base-ui/react/dialog';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import X from 'lucide-react/icons/x';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import type { MessageView } from '../../contract';
import { isPicture } from './message-attachments';

export interface LightboxProps {
  messages: readonly MessageView[];
  attachmentId: string;
  onShow: (place: { messageId: string; attachmentId: string } | null) => void;
}

/** One picture of the thread, large; arrows go to the others. */
export default function Lightbox({ messages, attachmentId, onShow }: LightboxProps) {
  const t = useTranslations('conversations');
  const common = useTranslations('common');
  const pictures = messages.flatMap((message) =>
    message.attachments.filter(isPicture).map((attachment) => ({ messageId: message.id, attachment })),
  );
  const at = pictures.findIndex(({ attachment }) => attachment.id === attachmentId);
  const shown = pictures[at];
  if (!shown) return null;
  const go = (step: number) => {
    const next = pictures[at + step];
    if (next) onShow({ messageId: next.messageId, attachmentId: next.attachment.id });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') go(1);
    if (event.key === 'ArrowLeft') go(-1);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onShow(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-60 bg-ink/80 [[data-theme=dark]_&]:bg-sunken" />
        <Dialog.Popup
          data-modal=""
          onKeyDown={onKeyDown}
          className="fixed inset-0 z-60 flex flex-col p-4 outline-none"
        >
          <div className="floats mb-3 flex items-center gap-2 self-center rounded-r3 px-3 py-1.5">
            <Dialog.Title className="max-w-80 truncate text-small font-medium">
              {shown.attachment.name}
            </Dialog.Title>
            <span className="num text-meta text-ink-3">
              {t('attachments.place', { at: at + 1, count: pictures.length })}
            </span>
            <IconButton
              label={t('attachments.previous')}
              icon={<ChevronLeft {...icon} />}
              onClick={() => go(-1)}
            />
            <IconButton
              label={t('attachments.next')}
              icon={<ChevronRight {...icon} />}
              onClick={() => go(1)}
            />
            <IconButton label={common('close')} icon={<X {...icon} />} onClick={() => onShow(null)} />
          </div>
          {/* biome-ignore lint/performance/noImgElement: addresses of networks, not ours to resize */}
          <img
            src={shown.attachment.url ?? ''}
            alt={shown.attachment.name}
            referrerPolicy="no-referrer"
            className="m-auto min-h-0 max-w-full rounded-r2 object-contain"
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
