import type { TriageAction } from '../../contract';
import { createStore, type Store } from './create-store';

/** What can be open one at a time, by key or by pointer. */
export type OpenMenu =
  | 'assign'
  | 'team'
  | 'snooze'
  | 'priority'
  | 'tag'
  | 'views'
  | 'filters'
  | 'palette'
  | 'shortcuts'
  | 'saveView'
  | null;

export type ComposerMode = 'public' | 'private' | 'note';

export interface InboxState {
  /** How many panes stand beside one another. */
  layout: 1 | 2 | 3;
  /** Picked for a bulk action, in the order of picking. */
  picked: ReadonlySet<string>;
  /** Everything the list shows, loaded or not. */
  isAllPicked: boolean;
  /** Where a range begins. */
  anchor: string | null;
  menu: OpenMenu;
  /** Asked for by `r` and `n`, or words taken back from sending; a new object each time, so that a wish can be repeated. */
  compose: { mode: 'reply' | ComposerMode; conversationId?: string; text?: string } | null;
  /** A change to many under way. */
  bulk: { id: string; type: TriageAction['type'] } | null;
  lightbox: { messageId: string; attachmentId: string } | null;
}

export type InboxStore = Store<InboxState>;

export function createInboxStore(): InboxStore {
  return createStore<InboxState>({
    // The server draws three and leaves hiding to the stylesheet.
    layout: 3,
    picked: new Set(),
    isAllPicked: false,
    anchor: null,
    menu: null,
    compose: null,
    bulk: null,
    lightbox: null,
  });
}

/** Adds or takes away one; the next range starts here. */
export function togglePicked(store: InboxStore, id: string): void {
  const picked = new Set(store.get().picked);
  if (!picked.delete(id)) picked.add(id);
  store.set({ picked, anchor: id, isAllPicked: false });
}

/** Picks everything between the last one picked and this one, in the order shown. */
export function pickRange(store: InboxStore, order: readonly string[], id: string): void {
  const { anchor, picked } = store.get();
  const from = anchor === null ? -1 : order.indexOf(anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) {
    togglePicked(store, id);
    return;
  }
  const between = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  store.set({ picked: new Set([...picked, ...between]), isAllPicked: false });
}

export function clearPicked(store: InboxStore): void {
  store.set({ picked: new Set(), isAllPicked: false, anchor: null });
}
