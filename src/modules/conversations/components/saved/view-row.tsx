'use client';
import Ellipsis from 'lucide-react/icons/ellipsis';
import GripVertical from 'lucide-react/icons/grip-vertical';
import { useTranslations } from 'next-intl';
import { type ComponentProps, type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Menu } from '@/ui/menu';
import type { SavedView } from '../../contract/saved';
import { ViewNameField } from './view-name-field';

export interface ViewRowProps {
  view: SavedView;
  isFirst: boolean;
  isLast: boolean;
  canEdit: boolean;
  canShare: boolean;
  handle: ComponentProps<'button'>;
  /** One up or one down. */
  onMove: (step: -1 | 1) => void;
  onOpen: () => void;
  onRename: (name: string) => void;
  onShare: () => void;
  onDelete: () => void;
}

export function ViewRow(props: ViewRowProps) {
  const { view, canEdit, handle, onMove, onOpen, onRename } = props;
  const t = useTranslations('inbox.manageViews');
  const [isRenaming, setRenaming] = useState(false);
  const nameButton = useRef<HTMLButtonElement>(null);
  const { name } = view;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
    if (!step) return;
    event.preventDefault();
    onMove(step);
  };
  return (
    <div className="flex min-h-11 items-center gap-1.5 px-2">
      {canEdit ? (
        <button
          type="button"
          aria-label={t('handle', { name })}
          {...handle}
          onKeyDown={onKeyDown}
          className="grid size-6 shrink-0 cursor-grab touch-none place-items-center rounded-r1 text-ink-3 hover:bg-hover hover:text-ink active:cursor-grabbing"
        >
          <GripVertical {...icon} />
        </button>
      ) : null}
      {isRenaming ? (
        <ViewNameField
          name={name}
          onDone={(next, isByKey) => {
            // At once, so that the focus goes from the field to the name and never to nothing.
            if (isByKey) flushSync(() => setRenaming(false));
            else setRenaming(false);
            if (isByKey) nameButton.current?.focus();
            if (next && next !== name) onRename(next);
          }}
        />
      ) : (
        <button
          ref={nameButton}
          type="button"
          onClick={onOpen}
          className="min-w-0 flex-1 truncate rounded-r1 px-1 py-1 text-left font-medium hover:text-accent"
        >
          {name}
        </button>
      )}
      {canEdit ? <ViewRowMenu {...props} onRenaming={() => setRenaming(true)} /> : null}
    </div>
  );
}

function ViewRowMenu(props: ViewRowProps & { onRenaming: () => void }) {
  const { view, isFirst, isLast, canShare, onMove, onOpen, onShare, onDelete, onRenaming } = props;
  const t = useTranslations('inbox.manageViews');
  return (
    <Menu
      align="end"
      trigger={<IconButton label={t('actionsFor', { name: view.name })} icon={<Ellipsis {...icon} />} />}
      entries={[
        { id: 'open', label: t('open'), onSelect: onOpen },
        // After the menu has given the focus back: the field takes it then.
        { id: 'rename', label: t('rename'), onSelect: () => setTimeout(onRenaming) },
        ...(canShare
          ? [{ id: 'share', label: t(view.isShared ? 'unshare' : 'share'), onSelect: onShare }]
          : []),
        { kind: 'line', id: 'places' },
        { id: 'up', label: t('up'), disabled: isFirst, onSelect: () => onMove(-1) },
        { id: 'down', label: t('down'), disabled: isLast, onSelect: () => onMove(1) },
        { kind: 'line', id: 'end' },
        { id: 'delete', label: t('delete'), tone: 'danger', onSelect: onDelete },
      ]}
    />
  );
}
