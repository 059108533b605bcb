'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { errorSentence } from '@/i18n/error-sentence';
import { AppError } from '@/kernel/errors';
import { tagColors } from '@/kernel/vocabulary';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { TextField } from '@/ui/text-field';
import { showToast } from '@/ui/toast';
import { useCreateTag, useUpdateTag } from '../../client';
import type { TagView } from '../../contract';
import { type TagColour, TagColours } from './tag-colours';
import { useTagError } from './use-tag-error';

export interface TagDialogProps {
  slug: string;
  /** Null for a new one. */
  tag: TagView | null;
  /** The colour a new one begins with. */
  firstColour?: TagColour;
  onClose: () => void;
}

/** At the name. */
const refusalIsShown = () => {};

/** Names and colours a tag. */
export function TagDialog({ slug, tag, firstColour = 'c1', onClose }: TagDialogProps) {
  const t = useTranslations('settings.tags');
  const common = useTranslations('common');
  const form = useId();
  const creating = useCreateTag(slug);
  const updating = useUpdateTag(slug);
  const nameError = useNameError(creating.error ?? updating.error);
  const [name, setName] = useState(tag?.name ?? '');
  const [color, setColor] = useState<TagColour>(tagColors.find((one) => one === tag?.color) ?? firstColour);
  const isPending = creating.isPending || updating.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    const saving = tag
      ? updating.mutateAsync({ tagId: tag.id, name, color })
      : creating.mutateAsync({ name, color });
    void saving.then((saved) => {
      onClose();
      showToast({ text: t('saved', { name: saved.name }), tone: 'good' });
    }, refusalIsShown);
  };
  return (
    <Dialog
      open
      size="small"
      title={t(tag ? 'editTitle' : 'create')}
      {...(tag ? {} : { description: t('createText') })}
      closeLabel={common('close')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button tone="primary" type="submit" form={form} busy={isPending}>
            {common(tag ? 'save' : 'create')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="flex flex-col gap-4 py-1">
        <Field label={t('name')} error={nameError}>
          <TextField
            autoComplete="off"
            maxLength={60}
            value={name}
            onValueChange={(value) => setName(value)}
          />
        </Field>
        <TagColours value={color} onValueChange={setColor} />
      </form>
    </Dialog>
  );
}

/** The name is the only field that can be refused: what is wrong stands there. */
function useNameError(error: Error | null): string | undefined {
  const t = useTranslations('errors');
  const sentence = useTagError();
  if (!error) return undefined;
  const field = error instanceof AppError ? error.fields[0] : undefined;
  return field ? errorSentence(t, field.reason, field.params) : sentence(error);
}
