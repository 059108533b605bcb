'use client';
import NotebookPen from 'lucide-react/icons/notebook-pen';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { icon } from '@/ui/icon';
import { Moment } from '@/ui/moment';
import type { MessageView } from '../../contract';
import { MessageAttachments } from './message-attachments';
import { useAuthorName } from './message-item';
import { MessageText } from './message-text';

/** What colleagues tell one another; never leaves the house. */
export const NoteCard = memo(function NoteCard({ message }: { message: MessageView }) {
  const t = useTranslations('conversations');
  const name = useAuthorName(message);
  return (
    <article
      aria-label={t('message.noteBy', { name })}
      className="my-2.5 flex gap-2.25 rounded-r2 bg-warn-soft px-3 py-2.5 text-small text-warn-ink"
    >
      <NotebookPen {...icon} className="mt-0.5 shrink-0" />
      <div className="min-w-0 flex-1 [&_.text-accent]:font-semibold [&_.text-accent]:text-inherit">
        <span className="float-left mr-1">
          <b className="font-semibold">{name}</b> · {t('message.note')}
        </span>
        <MessageText text={message.text} language={message.language} mentions={message.mentions} />
        <MessageAttachments message={message} />
      </div>
      <Moment value={message.sentAt} style="clock" className="text-meta" />
    </article>
  );
});
