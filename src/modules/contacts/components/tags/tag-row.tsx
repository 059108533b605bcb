'use client';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Menu } from '@/ui/menu';
import type { TagUse, TagView } from '../../contract';
import { TagDot } from './tag-dot';

export type TagTask = 'edit' | 'merge' | 'delete';

export interface TagRowProps {
  slug: string;
  tag: TagView;
  use: TagUse;
  isInCharge: boolean;
  canMerge: boolean;
  onTask: (task: TagTask) => void;
}

/** A tag with what has it; the figure opens the conversations. */
export function TagRow({ slug, tag, use, isInCharge, canMerge, onTask }: TagRowProps) {
  const t = useTranslations('settings.tags');
  const { conversations, contacts } = use;
  return (
    <div className="flex min-h-12 items-center gap-3 px-4 py-2">
      <TagDot color={tag.color} />
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-4">
        <span className="min-w-0 flex-1 basis-40 truncate font-medium">{tag.name}</span>
        <span className="num flex flex-wrap gap-x-1.5 text-meta text-ink-3">
          {conversations > 0 ? (
            <Link
              href={`/${slug}/inbox?view=all&tag=${tag.id}`}
              className="text-ink-2 underline decoration-line-strong underline-offset-2 hover:text-ink"
            >
              {t('conversations', { count: conversations })}
            </Link>
          ) : null}
          {conversations > 0 && contacts > 0 ? <span aria-hidden="true">·</span> : null}
          {contacts > 0 ? <span>{t('contacts', { count: contacts })}</span> : null}
          {conversations + contacts === 0 ? t('unused') : null}
        </span>
      </div>
      {isInCharge ? (
        <Menu
          align="end"
          trigger={<IconButton label={t('actionsFor', { name: tag.name })} icon={<Ellipsis {...icon} />} />}
          entries={[
            { id: 'edit', label: t('edit'), onSelect: () => onTask('edit') },
            { id: 'merge', label: t('merge'), disabled: !canMerge, onSelect: () => onTask('merge') },
            { id: 'delete', label: t('delete'), tone: 'danger', onSelect: () => onTask('delete') },
          ]}
        />
      ) : null}
    </div>
  );
}
