import { useTranslations } from 'next-intl';
import { type Shortcut, useShortcuts } from '@/ui/use-shortcuts';
import type { TriageAction } from '../../contract';
import { useAddressStore } from '../address/use-address';
import { useBulk } from '../data/use-bulk';
import { useConversationOrder } from '../data/use-conversation-order';
import { useTriage } from '../data/use-triage';
import { focusPane, paneAfter } from '../state/focus-pane';
import { useInbox } from '../state/inbox-context';
import { clearPicked, type OpenMenu, pickRange, togglePicked } from '../state/inbox-state';

/** The keyboard of the inbox (interface.md); shown by `?` and offered by the palette. */
export function useInboxKeys(): void {
  const isAwaited = useIsComposerAwaited();
  const shortcuts = [...useMoveKeys(), ...useTriageKeys(), ...useWriteKeys(), ...useFindKeys()];
  useShortcuts(
    shortcuts.map((one) => ({
      ...one,
      run: (event) => {
        if (one.keys === 'Escape' || !isAwaited()) one.run(event);
      },
    })),
  );
}

/** After `r` one types at once: until the box is there, letters are words on their way to it and no commands. */
function useIsComposerAwaited(): () => boolean {
  const { store } = useInbox();
  const address = useAddressStore();
  return () => {
    const { compose } = store.get();
    return compose !== null && compose.conversationId === address.get().conversationId;
  };
}

function useMoveKeys(): Shortcut[] {
  const t = useTranslations('shortcuts');
  const address = useAddressStore();
  const order = useConversationOrder();
  const { store } = useInbox();
  const group = t('groups.move');
  const move = (step: 1 | -1, isRange = false) => {
    const ids = order.current;
    const { conversationId } = address.get();
    const at = conversationId ? ids.indexOf(conversationId) : -1;
    const next = ids[at < 0 ? (step > 0 ? 0 : ids.length - 1) : at + step];
    if (!next) return;
    if (isRange) {
      if (conversationId && store.get().anchor === null) togglePicked(store, conversationId);
      pickRange(store, ids, next);
    }
    address.go({ conversationId: next }, 'soon');
  };
  const leave = () => {
    store.set({ compose: null });
    const { picked, isAllPicked } = store.get();
    if (picked.size > 0 || isAllPicked) {
      clearPicked(store);
      return;
    }
    const { panel, conversationId } = address.get();
    if (panel) address.go({ panel: null });
    else {
      if (conversationId) address.go({ conversationId: null });
      focusPane('list');
    }
  };
  return [
    { keys: 'j', label: t('next'), group, repeats: true, run: () => move(1) },
    { keys: 'k', label: t('previous'), group, repeats: true, run: () => move(-1) },
    { keys: 'o', label: t('open'), group, run: () => focusPane('thread') },
    { keys: 'Enter', label: t('open'), group, run: (event) => openByEnter(event) },
    { keys: 'Escape', label: t('back'), group, run: leave },
    { keys: 'F6', label: t('nextPane'), group, whileTyping: true, run: () => focusPane(paneAfter(1)) },
    {
      keys: 'shift+F6',
      label: t('previousPane'),
      group,
      whileTyping: true,
      run: () => focusPane(paneAfter(-1)),
    },
    { keys: 'x', label: t('pick'), group: t('groups.pick'), run: () => pickCurrent() },
    {
      keys: 'shift+j',
      label: t('pickDown'),
      group: t('groups.pick'),
      repeats: true,
      run: () => move(1, true),
    },
    {
      keys: 'shift+k',
      label: t('pickUp'),
      group: t('groups.pick'),
      repeats: true,
      run: () => move(-1, true),
    },
    {
      keys: 'mod+a',
      label: t('pickAll'),
      group: t('groups.pick'),
      run: () => store.set({ picked: new Set(order.current) }),
    },
  ];

  function pickCurrent() {
    const { conversationId } = address.get();
    if (conversationId) togglePicked(store, conversationId);
  }
}

/** Enter on a link or a button does what that says. */
function openByEnter(event: KeyboardEvent): void {
  const target = event.target;
  if (target instanceof HTMLElement && target.closest('a, button, summary')) target.click();
  else focusPane('thread');
}

function useTriageKeys(): Shortcut[] {
  const t = useTranslations('shortcuts');
  const address = useAddressStore();
  const triage = useTriage();
  const bulk = useBulk();
  const { store } = useInbox();
  const group = t('groups.triage');
  const isPicking = () => store.get().isAllPicked || store.get().picked.size > 0;
  const act = (action: TriageAction) => {
    const { conversationId } = address.get();
    if (isPicking()) bulk(action);
    else if (conversationId) triage([conversationId], action);
  };
  const open = (menu: OpenMenu) => {
    if (isPicking() || address.get().conversationId) store.set({ menu });
  };
  return [
    { keys: 'e', label: t('resolve'), group, run: () => act({ type: 'resolve' }) },
    { keys: 'shift+e', label: t('reopen'), group, run: () => act({ type: 'reopen' }) },
    { keys: 's', label: t('snooze'), group, run: () => open('snooze') },
    { keys: 'a', label: t('assign'), group, run: () => open('assign') },
    { keys: 't', label: t('tag'), group, run: () => open('tag') },
    { keys: 'p', label: t('priority'), group, run: () => open('priority') },
    { keys: 'y', label: t('takeUp'), group, run: () => act({ type: 'take_up' }) },
    { keys: 'd', label: t('silence'), group, run: () => act({ type: 'silence' }) },
    { keys: 'u', label: t('markUnread'), group, run: () => act({ type: 'mark_unread' }) },
  ];
}

function useWriteKeys(): Shortcut[] {
  const t = useTranslations('shortcuts');
  const address = useAddressStore();
  const { store } = useInbox();
  const group = t('groups.write');
  const compose = (mode: 'reply' | 'note') => {
    const { conversationId } = address.get();
    if (conversationId) store.set({ compose: { mode, conversationId } });
  };
  return [
    { keys: 'r', label: t('reply'), group, run: () => compose('reply') },
    { keys: 'n', label: t('note'), group, run: () => compose('note') },
  ];
}

function useFindKeys(): Shortcut[] {
  const t = useTranslations('shortcuts');
  const { store } = useInbox();
  const group = t('groups.find');
  const palette = () => store.set({ menu: 'palette' });
  return [
    { keys: 'mod+k', label: t('palette'), group, whileTyping: true, run: palette },
    { keys: '/', label: t('search'), group, run: palette },
    { keys: 'f', label: t('filter'), group, run: () => store.set({ menu: 'filters' }) },
    { keys: 'v', label: t('views'), group, run: () => store.set({ menu: 'views' }) },
    { keys: '?', label: t('sheet'), group, run: () => store.set({ menu: 'shortcuts' }) },
  ];
}
