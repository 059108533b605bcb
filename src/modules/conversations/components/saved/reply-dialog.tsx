'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { errorSentence } from '@/i18n/error-sentence';
import { AppError } from '@/kernel/errors';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { showToast } from '@/ui/toast';
import { useSaveReplyMutation } from '../../client/saved';
import type { SavedReply } from '../../contract/saved';
import { useErrorSentence } from '../data/use-error-sentence';
import { type ReplyDraft, ReplyFields } from './reply-fields';
import { ReplyPreview } from './reply-preview';

/** In whose name a preview speaks. */
export interface ReplyVoice {
  memberName: string;
  workspaceName: string;
}

export interface ReplyDialogProps {
  slug: string;
  voice: ReplyVoice;
  isInCharge: boolean;
  /** Null for a new one. */
  reply: SavedReply | null;
  onClose: () => void;
}

/** Writes a saved reply beside its preview; who may not change it sees the preview alone. */
export function ReplyDialog(props: ReplyDialogProps) {
  return props.reply && !props.isInCharge ? (
    <ReadReply {...props} reply={props.reply} />
  ) : (
    <EditReply {...props} />
  );
}

function ReadReply({ reply, voice, onClose }: ReplyDialogProps & { reply: SavedReply }) {
  const common = useTranslations('common');
  return (
    <Dialog
      open
      title={reply.name}
      description={<code className="font-mono">/{reply.shortcut}</code>}
      closeLabel={common('close')}
      onOpenChange={(open) => !open && onClose()}
    >
      <ReplyPreview text={reply.text} language={reply.language} {...voice} />
    </Dialog>
  );
}

/** At its field, or above them. */
const refusalIsShown = () => {};

const blank: ReplyDraft = { shortcut: '', name: '', text: '', language: null };

function EditReply({ slug, voice, reply, onClose }: ReplyDialogProps) {
  const t = useTranslations('settings.savedReplies');
  const common = useTranslations('common');
  const saving = useSaveReplyMutation(slug);
  const { general, ofField } = useRefusal(saving.error);
  const form = useId();
  const [draft, setDraft] = useState<ReplyDraft>(reply ? { ...blank, ...withoutId(reply) } : blank);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (saving.isPending) return;
    const saved = saving.mutateAsync(reply ? { savedReplyId: reply.id, ...draft } : draft);
    void saved.then(({ name }) => {
      onClose();
      showToast({ text: t('saved', { name }), tone: 'good' });
    }, refusalIsShown);
  };
  return (
    <Dialog
      open
      size="large"
      title={t(reply ? 'editTitle' : 'create')}
      closeLabel={common('close')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button tone="primary" type="submit" form={form} busy={saving.isPending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="flex flex-col gap-4 py-1">
        {general ? <Banner tone="bad" live="alert" title={general} /> : null}
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          <ReplyFields
            draft={draft}
            errorOf={ofField}
            onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          />
          <ReplyPreview text={draft.text} language={draft.language} {...voice} />
        </div>
      </form>
    </Dialog>
  );
}

function withoutId({ id: _, ...draft }: SavedReply): ReplyDraft {
  return draft;
}

/** What was refused: sentences at their fields, and one for everything else. */
function useRefusal(error: Error | null) {
  const t = useTranslations('errors');
  const sentence = useErrorSentence();
  const fields = error instanceof AppError ? error.fields : [];
  const isTaken = error instanceof AppError && error.reason === 'shortcut_taken';
  return {
    general: error && !isTaken && fields.length === 0 ? sentence(error) : null,
    ofField: (name: keyof ReplyDraft): string | undefined => {
      if (isTaken && name === 'shortcut') return sentence(error);
      const refused = fields.find(({ path }) => path === name);
      return refused && errorSentence(t, refused.reason, refused.params);
    },
  };
}
