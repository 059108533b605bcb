import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { moved, placeAt } from './moved';

interface Identified {
  id: string;
}

/**
 * A list whose things can be moved by handle or by step. It shows the new order at once and falls back to the given
 * one when `onOrder` is done.
 */
export function useReorder<Thing extends Identified>(
  things: readonly Thing[],
  onOrder: (ids: string[]) => Promise<void>,
) {
  const list = useRef<HTMLUListElement>(null);
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const shown = order ? order.flatMap((id) => byId.get(id) ?? []) : things;
  const ids = shown.map(({ id }) => id);

  const commit = async (next: readonly string[]) => {
    if (next.every((id, place) => id === things[place]?.id)) return setOrder(null);
    setOrder(next);
    await onOrder([...next]);
    setOrder(null);
  };
  const moveBy = (id: string, step: number) => {
    const from = ids.indexOf(id);
    const next = moved(ids, from, Math.max(0, from + step));
    void commit(next);
    return next.indexOf(id) + 1;
  };
  const orderAt = (id: string, y: number) => {
    const middles = [...(list.current?.children ?? [])]
      .filter((_, place) => ids[place] !== id)
      .map((row) => row.getBoundingClientRect())
      .map(({ top, height }) => top + height / 2);
    return moved(ids, ids.indexOf(id), placeAt(y, middles));
  };

  const onMove = useEffectEvent((id: string, { clientY }: PointerEvent) => setOrder(orderAt(id, clientY)));
  const onDrop = useEffectEvent(() => {
    setDragged(null);
    void commit(ids);
  });
  const onCancel = useEffectEvent(() => {
    setDragged(null);
    setOrder(null);
  });
  // At the window: a row that moves in the document loses the pointer it had captured.
  useEffect(() => {
    if (dragged === null) return;
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('pointermove', (event) => onMove(dragged, event), { signal });
    window.addEventListener('pointerup', () => onDrop(), { signal });
    window.addEventListener('pointercancel', () => onCancel(), { signal });
    return () => stop.abort();
  }, [dragged]);

  /** Spread on the handle of a row. */
  const handle = (id: string) => ({
    onPointerDown: (event: { button: number }) => {
      if (event.button === 0) setDragged(id);
    },
  });
  return { list, shown, dragged, moveBy, handle };
}
