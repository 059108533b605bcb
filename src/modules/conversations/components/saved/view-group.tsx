'use client';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { SavedView } from '../../contract/saved';
import { useReorder } from './use-reorder';
import type { ViewChanges } from './use-view-changes';
import { ViewRow } from './view-row';

export interface ViewGroupProps {
  title: string;
  views: readonly SavedView[];
  changes: ViewChanges;
  /** May change and move these. */
  canEdit: boolean;
  /** May make them shared or their own. */
  canShare: boolean;
  onOpen: (view: SavedView) => void;
}

/** Shared views or the member's own, in an order of their own. */
export function ViewGroup({ title, views, changes, canEdit, canShare, onOpen }: ViewGroupProps) {
  const t = useTranslations('inbox.manageViews');
  const heading = useId();
  const [told, setTold] = useState('');
  const { list, shown, dragged, moveBy, handle } = useReorder(views, changes.order);
  if (views.length === 0) return null;
  const move = ({ id, name }: SavedView, step: number) =>
    setTold(t('moved', { name, place: moveBy(id, step), total: views.length }));
  return (
    <section>
      <h3 id={heading} className="mb-1 text-meta font-medium text-ink-3">
        {title}
      </h3>
      <ul
        ref={list}
        aria-labelledby={heading}
        className="overflow-hidden rounded-r3 border border-line bg-surface"
      >
        {shown.map((view, place) => (
          <li
            key={view.id}
            className={`border-b border-line last:border-b-0 ${dragged === view.id ? 'bg-accent-soft' : ''}`}
          >
            <ViewRow
              view={view}
              isFirst={place === 0}
              isLast={place === shown.length - 1}
              canEdit={canEdit}
              canShare={canShare}
              handle={handle(view.id)}
              onMove={(step) => move(view, step)}
              onOpen={() => onOpen(view)}
              onRename={(name) => changes.rename(view, name)}
              onShare={() => changes.share(view, !view.isShared)}
              onDelete={() => changes.remove(view, views)}
            />
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">
        {told}
      </p>
    </section>
  );
}
