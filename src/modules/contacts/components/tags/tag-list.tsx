'use client';
import { useQuery } from '@tanstack/react-query';
import Tags from 'lucide-react/icons/tags';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EmptyState } from '@/ui/empty-state';
import { iconLarge } from '@/ui/icon';
import { ListStates } from '@/ui/list-states';
import { SearchableList } from '@/ui/searchable-list';
import { tagsOptions } from '../../client';
import type { TagUse, TagView } from '../../contract';
import { DeleteTagDialog } from './delete-tag-dialog';
import { MergeTagDialog } from './merge-tag-dialog';
import { NewTagButton } from './new-tag-button';
import { TagDialog } from './tag-dialog';
import { TagRow, type TagTask } from './tag-row';
import { useTagError } from './use-tag-error';

export interface TagListProps {
  slug: string;
  /** Tags that nothing has are left out. */
  uses: readonly TagUse[];
  isInCharge: boolean;
}

/** All tags of the workspace by name. */
export function TagList({ slug, uses, isInCharge }: TagListProps) {
  const t = useTranslations('settings.tags');
  const common = useTranslations('common');
  const sentence = useTagError();
  const query = useQuery(tagsOptions(slug));
  return (
    <ListStates
      query={query}
      words={{ failed: t('failed'), why: sentence, retry: common('retry'), loading: common('loading') }}
      empty={
        <EmptyState
          icon={<Tags {...iconLarge} />}
          title={t('empty')}
          text={t('emptyText')}
          action={isInCharge ? <NewTagButton slug={slug} /> : null}
        />
      }
    >
      {(tags) => <FoundTags slug={slug} uses={uses} isInCharge={isInCharge} tags={tags} />}
    </ListStates>
  );
}

/** More than this many are worth a search. */
const SEARCHED = 8;

function FoundTags({ slug, uses, isInCharge, tags }: TagListProps & { tags: readonly TagView[] }) {
  const t = useTranslations('settings.tags');
  const [task, setTask] = useState<{ id: string; task: TagTask } | null>(null);
  const countsOf = (tagId: string) =>
    uses.find((one) => one.tagId === tagId) ?? { tagId, conversations: 0, contacts: 0 };
  return (
    <>
      <SearchableList
        items={tags}
        searchedFrom={SEARCHED}
        matches={({ name }, query) => name.toLocaleLowerCase().includes(query.toLocaleLowerCase())}
        label={t('list')}
        searchLabel={t('search')}
        noneFound={(query) => t('noneFound', { query })}
      >
        {(tag) => (
          <TagRow
            slug={slug}
            tag={tag}
            use={countsOf(tag.id)}
            isInCharge={isInCharge}
            canMerge={tags.length > 1}
            onTask={(next) => setTask({ id: tag.id, task: next })}
          />
        )}
      </SearchableList>
      <TagTaskDialog slug={slug} tags={tags} task={task} countsOf={countsOf} onClose={() => setTask(null)} />
    </>
  );
}

interface TagTaskDialogProps {
  slug: string;
  tags: readonly TagView[];
  task: { id: string; task: TagTask } | null;
  countsOf: (tagId: string) => TagUse;
  onClose: () => void;
}

function TagTaskDialog({ slug, tags, task, countsOf, onClose }: TagTaskDialogProps) {
  const tag = tags.find(({ id }) => id === task?.id);
  if (!task || !tag) return null;
  if (task.task === 'edit') return <TagDialog slug={slug} tag={tag} onClose={onClose} />;
  const use = countsOf(tag.id);
  if (task.task === 'merge') {
    return <MergeTagDialog slug={slug} tag={tag} tags={tags} use={use} onClose={onClose} />;
  }
  return <DeleteTagDialog slug={slug} tag={tag} use={use} onClose={onClose} />;
}
