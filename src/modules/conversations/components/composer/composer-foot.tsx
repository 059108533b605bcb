'use client';
import Paperclip from 'lucide-react/icons/paperclip';
import Smile from 'lucide-react/icons/smile';
import Zap from 'lucide-react/icons/zap';
import { useFormatter, useTranslations } from 'next-intl';
import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from '@/ui/button';
import { icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import type { ConversationDetail } from '../../contract';
import type { Uploads } from '../data/use-uploads';
import type { ComposerState } from './use-composer';

const EmojiPopover = lazy(() => import('./emoji-popover'));

export interface ComposerFootProps {
  composer: ComposerState;
  uploads: Uploads;
  length: number;
  limit: ConversationDetail['reply']['textLimit'] | null;
  isReady: boolean;
  onSend: () => void;
}

/** What can be put in, how much room is left, and sending. */
export function ComposerFoot(props: ComposerFootProps) {
  const { composer, uploads, isReady, onSend } = props;
  const t = useTranslations('conversations');
  const isNote = composer.mode === 'note';
  return (
    <div
      className={`mt-1.5 flex items-center gap-0.5 border-t border-dashed py-1.5 pr-2.5 pl-2 ${isNote ? 'border-warn/40' : 'border-line'}`}
    >
      {isNote ? null : (
        <IconButton
          label={t('composer.savedReplies')}
          shortcut="/"
          icon={<Zap {...icon} />}
          onClick={() => {
            const before = composer.draft.text.slice(0, composer.field.current?.selectionStart ?? 0);
            composer.insert(before === '' || /\s$/.test(before) ? '/' : ' /');
          }}
        />
      )}
      {uploads.isAllowed ? <AttachButton uploads={uploads} /> : null}
      <EmojiButton onPick={(emoji) => composer.insert(emoji)} />
      <span className="flex-1" />
      {props.limit ? <Room length={props.length} limit={props.limit} /> : null}
      <Button
        size="small"
        tone="primary"
        shortcut="mod+Enter"
        aria-disabled={!isReady}
        className="ml-1.5 max-sm:[&>span:last-child]:hidden"
        onClick={onSend}
      >
        {t(isNote ? 'composer.saveNote' : 'composer.send')}
      </Button>
    </div>
  );
}

function Room({ length, limit }: { length: number; limit: NonNullable<ComposerFootProps['limit']> }) {
  const t = useTranslations('conversations');
  const format = useFormatter();
  const isOver = length > limit.max;
  return (
    <span
      className={`num text-meta whitespace-nowrap ${isOver ? 'font-semibold text-bad-ink' : length > limit.max * 0.9 ? 'text-warn-ink' : 'text-ink-3'}`}
    >
      <span aria-hidden="true">
        {format.number(length)} / {format.number(limit.max)}
      </span>
      <span className="sr-only" role={isOver ? 'alert' : undefined}>
        {t(isOver ? 'composer.tooLong' : 'composer.room', {
          count: Math.abs(limit.max - length),
          unit: limit.unit,
        })}
      </span>
    </span>
  );
}

function AttachButton({ uploads }: { uploads: Uploads }) {
  const t = useTranslations('conversations');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        label={t('composer.attach')}
        icon={<Paperclip {...icon} />}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={uploads.accept}
        onChange={(event) => {
          if (event.target.files) uploads.add(event.target.files);
          event.target.value = '';
        }}
      />
    </>
  );
}

function EmojiButton({ onPick }: { onPick: (emoji: string) => void }) {
  const t = useTranslations('conversations');
  const [isOpen, setIsOpen] = useState(false);
  const button = (
    <IconButton
      label={t('composer.emoji')}
      icon={<Smile {...icon} />}
      aria-haspopup="dialog"
      silent={isOpen}
      onClick={() => setIsOpen(true)}
    />
  );
  if (!isOpen) return button;
  return (
    <Suspense fallback={button}>
      <EmojiPopover trigger={button} onPick={onPick} onClose={() => setIsOpen(false)} />
    </Suspense>
  );
}
