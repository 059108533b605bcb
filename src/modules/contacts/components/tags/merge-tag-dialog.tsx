'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { showToast } from '@/ui/toast';
import { useRemoveTag } from '../../client';
import type { TagUse, TagView } from '../../contract';
import { TagDot } from './tag-dot';
import { useTagError } from './use-tag-error';
import { useUsesSentence } from './use-uses-sentence';

export interface MergeTagDialogProps {
  slug: string;
  tag: TagView;
  tags: readonly TagView[];
  use: TagUse;
  onClose: () => void;
}

/** At the field. */
const refusalIsShown = () => {};

/** Gives everything with one tag another; says beforehand how much that is, since it cannot be undone. */
export function MergeTagDialog({ slug, tag, tags, use, onClose }: MergeTagDialogProps) {
  const t = useTranslations('settings.tags');
  const common = useTranslations('common');
  const router = useRouter();
  const form = useId();
  const sentence = useTagError();
  const merging = useRemoveTag(slug);
  const usesSentence = useUsesSentence();
  const isUsed = use.conversations + use.contacts > 0;
  const [intoId, setIntoId] = useState<string | null>(null);
  const into = tags.find(({ id }) => id === intoId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!into || merging.isPending) return;
    // A promise, not a callback of `mutate`: that is dropped once the tag, and with it this dialog, is gone.
    void merging.mutateAsync({ tagId: tag.id, intoTagId: into.id }).then(() => {
      onClose();
      router.refresh();
      showToast({ text: t('merged', { name: tag.name, into: into.name }), tone: 'good' });
    }, refusalIsShown);
  };
  return (
    <Dialog
      open
      size="small"
      title={t('mergeTitle', { name: tag.name })}
      description={
        isUsed
          ? t('mergeText', { name: tag.name, uses: usesSentence(use) })
          : t('mergeUnusedText', { name: tag.name })
      }
      closeLabel={common('close')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button tone="danger" type="submit" form={form} busy={merging.isPending} disabled={!into}>
            {t('mergeConfirm')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="py-1">
        <Field
          label={t('mergeInto')}
          hint={t('mergeIntoHint', { name: tag.name })}
          error={merging.error ? sentence(merging.error) : undefined}
        >
          <Combobox
            value={intoId}
            onValueChange={setIntoId}
            placeholder={common('choose')}
            emptyText={common('nothingFound')}
            openLabel={common('showOptions')}
            options={tags
              .filter(({ id }) => id !== tag.id)
              .map(({ id, name, color }) => ({ value: id, label: name, icon: <TagDot color={color} /> }))}
          />
        </Field>
      </form>
    </Dialog>
  );
}
