'use client';
import { useTranslations } from 'next-intl';
import { type ClipboardEvent, type DragEvent, useState } from 'react';
import { deferred } from '@/ui/deferred';
import type { ConversationDetail, MessageView } from '../../contract';
import { usePresence } from '../data/use-presence';
import { useUploads } from '../data/use-uploads';
import { AnsweredDialog } from './answered-dialog';
import { ComposerField } from './composer-field';
import { ComposerFoot } from './composer-foot';
import { ComposerHead } from './composer-head';
import { Suggestions } from './suggestions';
import { UploadList } from './upload-list';
import { useComposer } from './use-composer';
import { useSending } from './use-sending';

const pitchHint = deferred(async () => (await import('./pitch-hint')).default);

export interface ComposerProps {
  conversation: ConversationDetail;
  messages: readonly MessageView[];
}

/** Where one answers or notes something; everything the network will refuse is said before it is sent. */
export function Composer({ conversation, messages }: ComposerProps) {
  const t = useTranslations('conversations');
  const composer = useComposer(conversation);
  const { mode } = composer;
  const uploads = useUploads(mode === 'note' ? null : conversation.reply.attachments);
  const sending = useSending({ conversation, messages, composer, uploads });
  const presence = usePresence(conversation.id);
  const [isSuggesting, setIsSuggesting] = useState(false);
  const reply = mode === 'note' ? '' : composer.draft.text;
  const PitchHint = pitchHint.use(reply !== '');
  const submit = () => {
    presence.announce('viewing');
    void sending.submit(false);
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
          onOpenChange={setIsSuggesting}
        />
        <ComposerField
          composer={composer}
          name={conversation.contact?.name ?? ''}
          isSuggesting={isSuggesting}
          onType={(text) => presence.announce(text.trim() && mode !== 'note' ? 'replying' : 'viewing')}
          onPaste={(event: ClipboardEvent) => {
            if (uploads.add(event.clipboardData.files)) event.preventDefault();
          }}
          onSend={submit}
        />
        <UploadList uploads={uploads} />
        {PitchHint ? (
          <PitchHint
            key={conversation.id}
            reply={reply}
            before={messages.findLast(({ direction }) => direction === 'inbound')?.text ?? ''}
          />
        ) : null}
        <ComposerFoot
          composer={composer}
          uploads={uploads}
          length={sending.length}
          limit={sending.limit}
          isReady={sending.isReady}
          onSend={submit}
        />
      </div>
      {sending.collision ? <CollisionDialog sending={sending} composer={composer} /> : null}
    </section>
  );
}

interface CollisionDialogProps {
  sending: ReturnType<typeof useSending>;
  composer: ReturnType<typeof useComposer>;
}

function CollisionDialog({ sending, composer }: CollisionDialogProps) {
  const { collision, settle, submit } = sending;
  if (!collision) return null;
  const after = (act: () => void) => () => {
    settle();
    act();
  };
  return (
    <AnsweredDialog
      name={collision.name}
      answers={collision.answers}
      onSend={after(() => void submit(true))}
      onDiscard={after(composer.clear)}
      onEdit={after(() => composer.field.current?.focus())}
    />
  );
}
