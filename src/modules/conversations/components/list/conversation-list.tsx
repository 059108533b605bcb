'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { Spinner } from '@/ui/spinner';
import type { ConversationSummary } from '../../contract';
import { useAddress } from '../address/use-address';
import { useInbox, useInboxState } from '../state/inbox-context';
import { pickRange, togglePicked } from '../state/inbox-state';
import { ConversationRow } from './conversation-row';

export interface ConversationListProps {
  rows: readonly ConversationSummary[];
  hasMore: boolean;
  isLoadingMore: boolean;
  onLoadMore: () => void;
  onOpen: (id: string, how: 'pointer' | 'keyboard') => void;
}

export const listId = 'inbox-list';
const optionId = (id: string) => `conversation-${id}`;
const ROW = 83;
const ROW_WITH_CHIPS = 109;

function heightOf(one: ConversationSummary | undefined): number {
  if (!one) return 40;
  const hasChips =
    one.tags.length > 0 || one.priority >= 3 || one.status === 'snoozed' || one.waitingSince !== null;
  return hasChips ? ROW_WITH_CHIPS : ROW;
}

/**
 * The list as a listbox: one stop for the tab key, arrows and `j`/`k` move, what is selected is open beside it. Only
 * rows on the screen exist; more are asked for before the end is reached.
 */
export function ConversationList(props: ConversationListProps) {
  const { rows, hasMore, isLoadingMore, onLoadMore, onOpen } = props;
  const t = useTranslations('inbox');
  const selected = useAddress((address) => address.conversationId);
  const isPicking = useInboxState((state) => state.isAllPicked || state.picked.size > 0);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length + (hasMore ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: (place) => heightOf(rows[place]),
    getItemKey: (place) => rows[place]?.id ?? 'more',
    overscan: 6,
    // The server cannot measure: it draws what a usual window shows.
    initialRect: { width: 348, height: 900 },
  });
  const items = virtual.getVirtualItems();
  useFollowSelection(rows, selected, (place) => virtual.scrollToIndex(place, { align: 'auto' }));
  useLoadBeforeEnd(items.at(-1)?.index ?? 0, rows.length, hasMore && !isLoadingMore, onLoadMore);

  const { onClick, onKeyDown } = useListHandlers(rows, selected, isPicking, onOpen);
  const total = hasMore ? -1 : rows.length;
  const isShown = items.some((item) => rows[item.index]?.id === selected);
  return (
    <div
      ref={scroller}
      id={listId}
      role="listbox"
      tabIndex={0}
      aria-label={t('list.label')}
      aria-multiselectable={isPicking}
      {...(isShown && selected ? { 'aria-activedescendant': optionId(selected) } : {})}
      onKeyDown={onKeyDown}
      onClick={onClick}
      // With a row selected the focus shows on that row; a frame round the whole list would be torn by its rows.
      className={clsx(
        'group/list min-h-0 flex-1 overflow-y-auto overscroll-contain -outline-offset-2',
        isShown && 'focus-visible:outline-none',
      )}
    >
      <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => (
          <div
            key={item.key}
            role="presentation"
            ref={virtual.measureElement}
            data-index={item.index}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <Line row={rows[item.index]} place={item.index} total={total} selected={selected} />
          </div>
        ))}
      </div>
    </div>
  );
}

interface LineProps {
  row: ConversationSummary | undefined;
  place: number;
  total: number;
  selected: string | null;
}

/** A conversation, or the sign that more are on their way. */
function Line({ row, place, total, selected }: LineProps) {
  const { member } = useInbox();
  if (!row) {
    return (
      <div role="presentation" className="grid h-10 place-items-center text-ink-3">
        <Spinner />
      </div>
    );
  }
  return (
    <ConversationRow
      conversation={row}
      id={optionId(row.id)}
      isSelected={row.id === selected}
      place={place}
      total={total}
      memberId={member.id}
    />
  );
}

function useListHandlers(
  rows: readonly ConversationSummary[],
  selected: string | null,
  isPicking: boolean,
  onOpen: ConversationListProps['onOpen'],
) {
  const { store } = useInbox();
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const id = target.closest<HTMLElement>('[data-conversation]')?.dataset.conversation;
    if (!id) return;
    if (event.shiftKey)
      return pickRange(
        store,
        rows.map((row) => row.id),
        id,
      );
    if (isPicking || event.metaKey || event.ctrlKey || target.closest('[data-pick]')) {
      return togglePicked(store, id);
    }
    onOpen(id, 'pointer');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const place = placeAfter(
      event.key,
      rows.findIndex((row) => row.id === selected),
      rows.length,
    );
    const next = place === undefined ? undefined : rows[place];
    if (!next || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    if (event.shiftKey)
      pickRange(
        store,
        rows.map((row) => row.id),
        next.id,
      );
    onOpen(next.id, 'keyboard');
  };
  return { onClick, onKeyDown };
}

function placeAfter(key: string, at: number, length: number): number | undefined {
  if (length === 0) return undefined;
  if (key === 'ArrowDown') return Math.min(at + 1, length - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  if (key === 'PageDown') return Math.min(at + 8, length - 1);
  if (key === 'PageUp') return Math.max(at - 8, 0);
  return undefined;
}

/** Keeps the selected row in sight when keys move it; a list that reorders by itself does not jump. */
function useFollowSelection(
  rows: readonly ConversationSummary[],
  selected: string | null,
  scrollTo: (place: number) => void,
): void {
  const latest = useRef({ rows, scrollTo });
  latest.current = { rows, scrollTo };
  useEffect(() => {
    const place = latest.current.rows.findIndex((row) => row.id === selected);
    if (place >= 0) latest.current.scrollTo(place);
  }, [selected]);
}

const AHEAD = 12;

function useLoadBeforeEnd(last: number, length: number, canLoad: boolean, load: () => void): void {
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    if (canLoad && last >= length - AHEAD) latest.current();
  }, [last, length, canLoad]);
}
