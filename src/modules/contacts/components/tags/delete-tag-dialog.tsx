'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { AlertDialog } from '@/ui/alert-dialog';
import { showToast } from '@/ui/toast';
import { useRemoveTag } from '../../client';
import type { TagUse, TagView } from '../../contract';
import { useTagError } from './use-tag-error';
import { useUsesSentence } from './use-uses-sentence';

export interface DeleteTagDialogProps {
  slug: string;
  tag: TagView;
  use: TagUse;
  onClose: () => void;
}

/** Asks, because nobody could tell afterwards what had the tag. */
export function DeleteTagDialog({ slug, tag, use, onClose }: DeleteTagDialogProps) {
  const t = useTranslations('settings.tags');
  const common = useTranslations('common');
  const router = useRouter();
  const sentence = useTagError();
  const removing = useRemoveTag(slug);
  const usesSentence = useUsesSentence();
  const isUsed = use.conversations + use.contacts > 0;
  // A promise, not a callback of `mutate`: that is dropped once the tag, and with it this dialog, is gone.
  const remove = () =>
    void removing.mutateAsync({ tagId: tag.id }).then(
      () => {
        onClose();
        router.refresh();
        showToast({ text: t('deleted', { name: tag.name }), tone: 'good' });
      },
      (error: unknown) => {
        onClose();
        showToast({ text: sentence(error), tone: 'bad' });
      },
    );
  return (
    <AlertDialog
      open
      title={t('deleteTitle', { name: tag.name })}
      description={isUsed ? t('deleteText', { uses: usesSentence(use) }) : t('deleteUnusedText')}
      cancelLabel={common('cancel')}
      confirmLabel={t('deleteConfirm')}
      busy={removing.isPending}
      onConfirm={remove}
      onOpenChange={(open) => !open && onClose()}
    />
  );
}
