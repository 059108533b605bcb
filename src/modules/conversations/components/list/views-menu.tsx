'use client';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { useFormatter, useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { iconSmall } from '@/ui/icon';
import { Menu } from '@/ui/menu';
import type { MenuEntry } from '@/ui/menu-entry';
import type { StandardView } from '../../contract';
import type { SavedView } from '../../contract/saved';
import { type Filters, type InboxAddress, standardViews } from '../address/inbox-address';
import { useAddressStore } from '../address/use-address';
import { useDirectory } from '../data/use-directory';
import { useSavedViewCounts, useViewCounts } from '../data/use-view-counts';
import { useInbox, useInboxState } from '../state/inbox-context';

const ManageViewsDialog = lazy(() => import('../saved/manage-views-dialog'));

/** Every place the list can stand in: views, teams, channels, saved views, with live counts. */
export function ViewsMenu() {
  const t = useTranslations('inbox');
  const { store } = useInbox();
  const { savedViews } = useDirectory();
  const isOpen = useInboxState((state) => state.menu === 'views');
  const [isManaging, setManaging] = useState(false);
  const entries = useViewEntries(isOpen);
  const manage = { id: 'manage', label: t('manageViews.action'), onSelect: () => setManaging(true) };
  return (
    <>
      <Menu
        open={isOpen}
        onOpenChange={(open) => store.set({ menu: open ? 'views' : null })}
        trigger={
          <button
            type="button"
            aria-label={t('views.menu')}
            className="grid size-6 place-items-center rounded-r2 text-ink-3 hover:bg-hover hover:text-ink"
          >
            <ChevronDown {...iconSmall} size={15} />
          </button>
        }
        entries={savedViews.length > 0 ? [...entries, manage] : entries}
      />
      {isManaging ? (
        <Suspense>
          <ManageViewsDialog onClose={() => setManaging(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

function useViewEntries(isOpen: boolean): MenuEntry[] {
  const t = useTranslations('inbox');
  const format = useFormatter();
  const { store } = useInbox();
  const address = useAddressStore();
  const { teams, channels, savedViews } = useDirectory();
  const counts = useViewCounts();
  const savedCounts = useSavedViewCounts(isOpen);
  const go = (change: Partial<InboxAddress>) => address.go({ filters: {}, conversationId: null, ...change });
  const entry = (
    id: string,
    label: string,
    count: number | undefined,
    change: Partial<InboxAddress>,
  ): MenuEntry => ({
    id,
    label,
    detail: count === undefined ? undefined : format.number(count, 'count'),
    onSelect: () => go(change),
  });
  const narrowed = (name: 'team' | 'channel', id: string): Filters => ({ [name]: id });
  const group = (id: 'team' | 'channel' | 'saved', lines: MenuEntry[]): MenuEntry[] =>
    lines.length === 0
      ? []
      : [
          { kind: 'line', id },
          { kind: 'heading', id: `${id}-name`, label: t(`views.groups.${id}`) },
          ...lines,
        ];
  return [
    ...standardViews.map((one: StandardView) =>
      entry(one, t(`views.${one}`), counts?.standard[one], { view: one }),
    ),
    ...group(
      'team',
      teams.map((one) =>
        entry(one.id, one.name, counts?.teams[one.id], { view: 'open', filters: narrowed('team', one.id) }),
      ),
    ),
    ...group(
      'channel',
      channels.map((one) =>
        entry(one.id, one.name, counts?.channels[one.id], {
          view: 'open',
          filters: narrowed('channel', one.id),
        }),
      ),
    ),
    ...group(
      'saved',
      savedViews.map((one: SavedView) =>
        entry(one.id, one.name, savedCounts?.[one.id], { view: one.id, sort: one.sort }),
      ),
    ),
    { kind: 'line', id: 'end' },
    { id: 'save', label: t('saveView.action'), onSelect: () => store.set({ menu: 'saveView' }) },
  ];
}
