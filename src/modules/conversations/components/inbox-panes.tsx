'use client';
import { useTranslations } from 'next-intl';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import { Pane } from '@/ui/frame/pane';
import { Sheet } from '@/ui/sheet';
import { useAddress, useAddressStore } from './address/use-address';
import { useConversation, usePrefetchNeighbours } from './data/use-conversation';
import { useConversationList } from './data/use-conversation-list';
import { ConversationOrderContext } from './data/use-conversation-order';
import { ListPane } from './list/list-pane';
import { NotificationOffer } from './notification-offer';
import { useInboxKeys } from './palette/use-inbox-keys';
import { focusPane } from './state/focus-pane';
import { useInbox, useInboxState } from './state/inbox-context';
import { ThreadPane } from './thread/thread-pane';
import { useInboxLive } from './use-inbox-live';
import { useLayoutOf } from './use-layout-of';

const InboxPalette = lazy(() => import('./palette/inbox-palette'));
const Shortcuts = lazy(() => import('./palette/shortcuts'));
const SaveViewDialog = lazy(() => import('./filters/save-view-dialog'));

export interface InboxPanesProps {
  /** What is known of the person of a conversation. */
  person: (contactId: string | null, conversationId: string) => ReactNode;
}

/** List, conversation, person side by side; where there is no room the person slides in, on a phone one at a time. */
export function InboxPanes({ person }: InboxPanesProps) {
  const { rows } = useConversationList();
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const order = useRef<readonly string[]>(ids);
  order.current = ids;
  return (
    <ConversationOrderContext value={order}>
      <Panes ids={ids} person={person} />
    </ConversationOrderContext>
  );
}

function Panes({ ids, person }: { ids: readonly string[] } & InboxPanesProps) {
  const t = useTranslations('inbox');
  const address = useAddressStore();
  const selected = useAddress(({ conversationId }) => conversationId);
  const root = useRef<HTMLDivElement>(null);
  useLayoutOf(root);
  useInboxKeys();
  useInboxLive();
  usePrefetchNeighbours(ids, selected);
  const open = useCallback(
    (id: string, how: 'pointer' | 'keyboard') =>
      address.go({ conversationId: id, panel: null }, how === 'keyboard' ? 'soon' : 'push'),
    [address],
  );
  useFocusOnPhone(selected);
  return (
    <div ref={root} className="@container/inbox h-full">
      <h1 className="sr-only">{t('title')}</h1>
      <div className="grid h-full grid-cols-1 grid-rows-[minmax(0,1fr)] @min-[45rem]/inbox:grid-cols-[minmax(17rem,21.75rem)_minmax(0,1fr)] @min-[67rem]/inbox:grid-cols-[21.75rem_minmax(0,1fr)_19.75rem]">
        <div data-pane="list" className={`min-h-0 min-w-0 ${selected ? '@max-[45rem]/inbox:hidden' : ''}`}>
          <ListPane onOpen={open} className="border-r" />
        </div>
        <div
          data-pane="thread"
          tabIndex={-1}
          className={`min-h-0 min-w-0 outline-none ${selected ? '' : '@max-[45rem]/inbox:hidden'}`}
        >
          <ThreadPane />
        </div>
        <PersonPlace selected={selected} person={person} />
      </div>
      <Overlays />
      <NotificationOffer />
    </div>
  );
}

/** Where panes replace one another the focus goes with them. */
function useFocusOnPhone(selected: string | null): void {
  const { store } = useInbox();
  const before = useRef(selected);
  useEffect(() => {
    if (before.current === selected) return;
    const isSwitch = (before.current === null) !== (selected === null);
    before.current = selected;
    if (isSwitch && store.get().layout === 1) focusPane(selected ? 'thread' : 'list');
  }, [selected, store]);
}

function PersonPlace({ selected, person }: { selected: string | null } & InboxPanesProps) {
  const isWide = useInboxState(({ layout }) => layout === 3);
  if (isWide) {
    return (
      <div
        data-pane="person"
        tabIndex={-1}
        className="min-h-0 min-w-0 border-l border-line outline-none @max-[67rem]/inbox:hidden"
      >
        <PersonBeside selected={selected} person={person} />
      </div>
    );
  }
  return selected ? <PersonSheet selected={selected} person={person} /> : null;
}

function PersonBeside({ selected, person }: { selected: string | null } & InboxPanesProps) {
  const t = useTranslations('inbox');
  return (
    <Pane label={t('thread.personPane')}>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {selected ? <PersonOf selected={selected} person={person} /> : null}
      </div>
    </Pane>
  );
}

function PersonSheet({ selected, person }: { selected: string } & InboxPanesProps) {
  const t = useTranslations('inbox');
  const common = useTranslations('common');
  const address = useAddressStore();
  const isOpen = useAddress(({ panel }) => panel === 'person');
  return (
    <Sheet
      side="right"
      title={t('thread.personPane')}
      closeLabel={common('close')}
      open={isOpen}
      onOpenChange={(open) => address.go({ panel: open ? 'person' : null })}
    >
      <PersonOf selected={selected} person={person} />
    </Sheet>
  );
}

function PersonOf({ selected, person }: { selected: string } & InboxPanesProps) {
  const { conversation } = useConversation(selected);
  return conversation ? person(conversation.contact?.id ?? null, selected) : null;
}

function Overlays() {
  const { store } = useInbox();
  const menu = useInboxState((state) => state.menu);
  const close = () => store.set({ menu: null });
  return (
    <Suspense>
      {menu === 'palette' ? <InboxPalette onClose={close} /> : null}
      {menu === 'shortcuts' ? <Shortcuts onClose={close} /> : null}
      {menu === 'saveView' ? <SaveViewDialog /> : null}
    </Suspense>
  );
}
