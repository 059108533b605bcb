'use client';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { TagDot } from '@/modules/contacts/components/tags/tag-dot';
import { MultiPicker } from '@/ui/picker';
import { useDirectory } from '../data/use-directory';
import { useInbox, useMenuOpen } from '../state/inbox-context';

export interface TagPickerProps {
  trigger: ReactElement;
  /** In the bar of picked conversations; else it is for the one that is open. */
  forMany?: boolean;
  tagIds: readonly string[];
  onChange: (change: { added: string[]; removed: string[] }) => void;
}

/** Adds and takes away tags; each choice takes effect at once. */
export function TagPicker({ trigger, forMany = false, tagIds, onChange }: TagPickerProps) {
  const t = useTranslations('inbox');
  const { store } = useInbox();
  const { tags } = useDirectory();
  const isOpen = useMenuOpen('tag', forMany);
  return (
    <MultiPicker
      trigger={trigger}
      label={t('triage.tags')}
      emptyText={t('triage.noTag')}
      open={isOpen}
      onOpenChange={(open) => store.set({ menu: open ? 'tag' : null })}
      values={tagIds}
      onPick={(values) =>
        onChange({
          added: values.filter((id) => !tagIds.includes(id)),
          removed: tagIds.filter((id) => !values.includes(id)),
        })
      }
      options={tags.map((tag) => ({
        value: tag.id,
        label: tag.name,
        icon: (
          <span className="grid size-4 place-items-center">
            <TagDot color={tag.color} />
          </span>
        ),
      }))}
    />
  );
}
