'use client';
import { useQuery } from '@tanstack/react-query';
import Search from 'lucide-react/icons/search';
import Tags from 'lucide-react/icons/tags';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { icon, iconLarge } from '@/ui/icon';
import { ListSkeleton } from '@/ui/skeleton';
import { TextField } from '@/ui/text-field';
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
  const { data: tags, error, refetch, isFetching } = useQuery(tagsOptions(slug));
  if (!tags && error) {
    return (
      <ErrorState
        title={t('failed')}
        text={sentence(error)}
        retryLabel={common('retry')}
        onRetry={() => void refetch()}
        busy={isFetching}
      />
    );
  }
  if (!tags) return <ListSkeleton label={common('loading')} rows={5} />;
  if (tags.length === 0) {
    return (
      <EmptyState
        icon={<Tags {...iconLarge} />}
        title={t('empty')}
        text={t('emptyText')}
        action={isInCharge ? <NewTagButton slug={slug} /> : null}
      />
    );
  }
  return <FoundTags slug={slug} uses={uses} isInCharge={isInCharge} tags={tags} />;
}

/** More than this many are worth a search. */
const SEARCHED = 8;

function FoundTags({ slug, uses, isInCharge, tags }: TagListProps & { tags: readonly TagView[] }) {
  const t = useTranslations('settings.tags');
  const [query, setQuery] = useState('');
  const [task, setTask] = useState<{ id: string; task: TagTask } | null>(null);
  const sought = query.trim().toLocaleLowerCase();
  const found = tags.filter(({ name }) => name.toLocaleLowerCase().includes(sought));
  const countsOf = (tagId: string) =>
    uses.find((one) => one.tagId === tagId) ?? { tagId, conversations: 0, contacts: 0 };
  return (
    <div className="flex flex-col gap-3">
      {tags.length > SEARCHED ? (
        <TextField
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          leading={<Search {...icon} />}
          value={query}
          onValueChange={(value) => setQuery(value)}
          className="sm:max-w-80"
        />
      ) : null}
      <p role="status" className={found.length === 0 ? 'py-8 text-center text-ink-2' : 'sr-only'}>
        {found.length === 0 ? t('noneFound', { query: query.trim() }) : null}
      </p>
      {found.length > 0 ? (
        <ul aria-label={t('list')} className="overflow-hidden rounded-r3 border border-line bg-surface">
          {found.map((tag) => (
            <li key={tag.id} className="border-b border-line last:border-b-0">
              <TagRow
                slug={slug}
                tag={tag}
                use={countsOf(tag.id)}
                isInCharge={isInCharge}
                canMerge={tags.length > 1}
                onTask={(next) => setTask({ id: tag.id, task: next })}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <TagTaskDialog slug={slug} tags={tags} task={task} countsOf={countsOf} onClose={() => setTask(null)} />
    </div>
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
