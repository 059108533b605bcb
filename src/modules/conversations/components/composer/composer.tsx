'use client';
import { useTranslations } from 'next-intl';
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useState } from 'react';
import { newId } from '@/kernel/ids';
import { isApple } from '@/ui/use-is-apple';
import type { ConversationDetail, MessageView } from '../../contract';
import { usePresence } from '../data/use-presence';
import { useSendMessage } from '../data/use-send-message';
import { useUploads } from '../data/use-uploads';
import { AnsweredDialog } from './answered-dialog';
import { ComposerFoot } from './composer-foot';
import { ComposerHead } from './composer-head';
import { Suggestions } from './suggestions';
import { lengthIn } from './text-length';
import { UploadList } from './upload-list';
import { useComposer } from './use-composer';

export interface ComposerProps {
  conversation: ConversationDetail;
  messages: readonly MessageView[];
}

/** Where one answers or notes something; everything the network will refuse is said before it is sent. */
export function Composer({ conversation, messages }: ComposerProps) {
  const t = useTranslations('conversations');
  const composer = useComposer(conversation);
  const { draft, mode } = composer;
  const uploads = useUploads(mode === 'note' ? null : conversation.reply.attachments);
  const send = useSendMessage(conversation.id);
  const presence = usePresence(conversation.id);
  const [collision, setCollision] = useState<readonly MessageView[] | null>(null);
  const [suggesting, setSuggesting] = useState(false);
  const limit = mode === 'note' ? null : conversation.reply.textLimit;
  const length = limit ? lengthIn(limit.unit, draft.text.trim()) : 0;
  const isReady = draft.text.trim() !== '' && !uploads.isBusy && (!limit || length <= limit.max);

  const submit = async (sendAnyway: boolean) => {
    if (!isReady) return;
    const kept = { ...draft };
    const files = uploads.ready;
    composer.clear();
    uploads.clear();
    presence.announce('viewing');
    const outcome = await send.send({
      messageId: newId(),
      text: kept.text.trim(),
      mode,
      mentions: mode === 'note' ? kept.mentions.filter(({ name }) => kept.text.includes(`@${name}`)) : [],
      attachments: files,
      lastSeenMessageId: messages.at(-1)?.id,
      sendAnyway,
    });
    if (outcome.state === 'sent') return;
    // Nothing is lost: what was written stands in the box again.
    composer.change(kept);
    uploads.restore(files);
    if (outcome.state === 'answered') setCollision(outcome.answers);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const isMod = isApple() ? event.metaKey : event.ctrlKey;
    if (event.key === 'Enter' && isMod && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void submit(false);
    } else if (event.key === 'Escape' && !suggesting) {
      composer.field.current?.blur();
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    if (uploads.add(event.clipboardData.files)) event.preventDefault();
  };
  const onDrop = (event: DragEvent) => {
    if (uploads.add(event.dataTransfer.files)) event.preventDefault();
  };

  return (
    <section aria-label={t('composer.label')} className="shrink-0 px-2 pb-2 md:px-7 md:pb-5">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped anywhere on the box */}
      <div
        onDrop={onDrop}
        onDragOver={(event) => event.preventDefault()}
        className={`relative rounded-r3 border shadow-high ${mode === 'note' ? 'border-transparent bg-warn-soft' : 'border-line bg-surface'} focus-within:border-line-strong`}
      >
        <ComposerHead conversation={conversation} composer={composer} presence={presence.others} />
        <Suggestions
          composer={composer}
          conversation={conversation}
          mode={mode}
          onOpenChange={setSuggesting}
        />
        <textarea
          ref={composer.field}
          rows={2}
          dir="auto"
          value={draft.text}
          aria-label={t(`composer.field.${mode}`)}
          placeholder={t(`composer.placeholder.${mode}`, { name: conversation.contact?.name ?? '' })}
          onChange={(event) => {
            composer.change({ text: event.target.value });
            presence.announce(event.target.value.trim() && mode !== 'note' ? 'replying' : 'viewing');
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          className="block max-h-[min(18rem,40dvh)] min-h-16 w-full resize-none bg-transparent px-3.5 pt-2.5 pb-1.5 text-[.90625rem] leading-5.5 outline-none [field-sizing:content] pointer-coarse:text-lead"
        />
        <UploadList uploads={uploads} />
        <ComposerFoot
          conversation={conversation}
          composer={composer}
          uploads={uploads}
          length={length}
          limit={limit}
          isReady={isReady}
          onSend={() => void submit(false)}
        />
      </div>
      {collision ? (
        <AnsweredDialog
          answers={collision}
          onSend={() => {
            setCollision(null);
            void submit(true);
          }}
          onDiscard={() => {
            setCollision(null);
            composer.clear();
          }}
          onEdit={() => {
            setCollision(null);
            composer.field.current?.focus();
          }}
        />
      ) : null}
    </section>
  );
}
