import { type RefObject, useEffect } from 'react';
import { useInbox } from './state/inbox-context';

/** Pixels from which two and three panes stand beside one another; the stylesheet's container queries say the same. */
const TWO = 720;
const THREE = 1072;

/** Tells how many panes there is room for: what the rail leaves counts, not the window. */
export function useLayoutOf(root: RefObject<HTMLElement | null>): void {
  const { store } = useInbox();
  useEffect(() => {
    if (!root.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? THREE;
      const layout = width >= THREE ? 3 : width >= TWO ? 2 : 1;
      if (store.get().layout !== layout) store.set({ layout });
    });
    observer.observe(root.current);
    return () => observer.disconnect();
  }, [root, store]);
}
