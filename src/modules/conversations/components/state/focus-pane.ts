export type PaneName = 'list' | 'thread' | 'person';

const order: readonly PaneName[] = ['list', 'thread', 'person'];
const selector = (pane: PaneName) => `[data-pane="${pane}"]`;

/** Moves the focus into a pane: to the list itself, the thread, the person; nothing where it is not on the screen. */
export function focusPane(pane: PaneName): void {
  const place = document.querySelector<HTMLElement>(selector(pane));
  const target = place?.querySelector<HTMLElement>('[role=listbox], section[tabindex]') ?? place;
  target?.focus({ preventScroll: true });
}

/** The pane after (1) or before (-1) the one that has the focus, of those on the screen. */
export function paneAfter(step: 1 | -1): PaneName {
  const shown = order.filter((pane) => {
    const place = document.querySelector<HTMLElement>(selector(pane));
    return place !== null && place.offsetParent !== null;
  });
  const current = shown.findIndex((pane) => document.activeElement?.closest(selector(pane)));
  return shown[(current + step + shown.length) % shown.length] ?? 'list';
}
