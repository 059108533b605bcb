import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

const NEAR_END = 96;
const NEAR_START = 240;

export interface ThreadScroll {
  scroller: RefObject<HTMLElement | null>;
  /** Messages that arrived below while one was reading above. */
  below: number;
  toEnd: () => void;
  onScroll: () => void;
}

interface Options {
  /** The conversation: another one starts at its end. */
  thread: string;
  firstId: string | undefined;
  lastId: string | undefined;
  count: number;
  onNearStart: () => void;
}

/**
 * Keeps the reader's place: opens at the end (or where the unread begins), follows new messages while one is there,
 * counts them while one is not, and does not move when older ones are put above.
 */
export function useThreadScroll({ thread, firstId, lastId, count, onNearStart }: Options): ThreadScroll {
  const scroller = useRef<HTMLElement>(null);
  const seen = useRef({ thread: '', firstId, lastId, count: 0, height: 0, isAtEnd: true });
  const [below, setBelow] = useState(0);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || count === 0) return;
    const before = seen.current;
    seen.current = { thread, firstId, lastId, count, height: box.scrollHeight, isAtEnd: before.isAtEnd };
    if (before.thread !== thread) {
      const mark = box.querySelector<HTMLElement>('[data-unread]');
      box.scrollTop = mark ? mark.offsetTop - 64 : box.scrollHeight;
      seen.current.isAtEnd = isAtEnd(box);
      setBelow(0);
    } else if (before.firstId !== firstId && before.lastId === lastId) {
      box.scrollTop += box.scrollHeight - before.height;
    } else if (before.lastId !== lastId) {
      if (before.isAtEnd) box.scrollTop = box.scrollHeight;
      else setBelow((number) => number + Math.max(1, count - before.count));
    }
  }, [thread, firstId, lastId, count]);

  const onScroll = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    seen.current.isAtEnd = isAtEnd(box);
    seen.current.height = box.scrollHeight;
    if (seen.current.isAtEnd) setBelow(0);
    if (box.scrollTop < NEAR_START) onNearStart();
  }, [onNearStart]);

  const toEnd = useCallback(() => {
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
    setBelow(0);
  }, []);

  return { scroller, below, toEnd, onScroll };
}

function isAtEnd(box: HTMLElement): boolean {
  return box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
}
