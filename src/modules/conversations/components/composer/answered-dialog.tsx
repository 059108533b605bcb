'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Spinner } from '@/ui/spinner';
import type { MessageView } from '../../contract';
import { MessageItem } from '../thread/message-item';

export interface AnsweredDialogProps {
  /** Empty where the server did not say. */
  name: string;
  /** Empty until the thread is fresh. */
  answers: readonly MessageView[];
  onSend: () => void;
  onEdit: () => void;
  onDiscard: () => void;
}

/** A colleague was faster: shows their answer and asks before a second one goes out. */
export function AnsweredDialog({ name, answers, onSend, onEdit, onDiscard }: AnsweredDialogProps) {
  const t = useTranslations('conversations');
  const common = useTranslations('common');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onEdit()}
      title={t('answered.title', { name, isKnown: String(name !== '') })}
      description={t('answered.text')}
      closeLabel={common('close')}
      footer={
        <>
          <Button tone="quiet" onClick={onDiscard}>
            {t('answered.discard')}
          </Button>
          <Button onClick={onSend}>{t('answered.send')}</Button>
          <Button tone="primary" onClick={onEdit}>
            {t('answered.edit')}
          </Button>
        </>
      }
    >
      <div className="max-h-72 overflow-y-auto">
        {answers.length === 0 ? (
          <div className="grid h-16 place-items-center text-ink-3">
            <Spinner />
          </div>
        ) : null}
        {answers.map((message) => (
          <MessageItem
            key={message.id}
            message={message}
            depth={0}
            answers={null}
            isContinued={false}
            isPublicThread={false}
          />
        ))}
      </div>
    </Dialog>
  );
}
