'use client';
import { type SyntheticEvent, useEffect, useMemo, useRef, useState } from 'react';

/** Milliseconds the pointer has to rest before a tooltip shows. */
const REST = 500;
/** Milliseconds in which the neighbour of one that has just gone shows at once. */
const NEIGHBOUR = 400;
/** Milliseconds the pointer has for the way from the control to its tooltip, which may be read and selected. */
const WAY = 120;

let lastGone = Number.NEGATIVE_INFINITY;
/** Takes away the one that shows; there is never a second. */
let closeShown: (() => void) | undefined;

export interface ShownTooltip {
  anchor: HTMLElement;
  onStay: () => void;
  onLeave: () => void;
  onClose: () => void;
}

type Listener = (event: SyntheticEvent) => void;

/**
 * When a control's tooltip shows: after the pointer rested on it, or when the keyboard comes to it. `handlers` go onto
 * the control, each after its own of the same name; `prepare` is called when a tooltip may be about to show.
 */
export function useTooltip(own: Record<string, unknown>, prepare: () => unknown) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const timing = useMemo(() => createTiming(setAnchor, prepare), [prepare]);
  useEffect(() => timing.close, [timing]);
  const latest = useRef(own);
  useEffect(() => {
    latest.current = own;
  });
  const handlers = useMemo(() => {
    const reactions: Record<string, Listener> = {
      onPointerEnter: (event) => {
        if ((event.nativeEvent as PointerEvent).pointerType === 'mouse') timing.rest(elementOf(event));
      },
      onPointerLeave: timing.leave,
      onPointerDown: timing.close,
      onClick: timing.close,
      onFocus: (event) => {
        const element = elementOf(event);
        if (element.matches(':focus-visible')) timing.show(element);
      },
      onBlur: timing.close,
    };
    const both = ([name, react]: [string, Listener]): [string, Listener] => [
      name,
      (event) => {
        (latest.current[name] as Listener | undefined)?.(event);
        react(event);
      },
    ];
    return Object.fromEntries(Object.entries(reactions).map(both));
  }, [timing]);
  const shown: ShownTooltip | null = anchor
    ? { anchor, onStay: timing.stop, onLeave: timing.leave, onClose: timing.close }
    : null;
  return { handlers, shown };
}

function elementOf(event: SyntheticEvent): HTMLElement {
  return event.currentTarget as HTMLElement;
}

function createTiming(set: (anchor: HTMLElement | null) => void, prepare: () => unknown) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  const show = (element: HTMLElement) => {
    stop();
    prepare();
    // What is open under the control says more than its hint.
    if (element.getAttribute('aria-expanded') === 'true' && element.hasAttribute('aria-haspopup')) return;
    if (closeShown !== close) closeShown?.();
    closeShown = close;
    set(element);
  };
  const close = () => {
    stop();
    if (closeShown === close) {
      lastGone = performance.now();
      closeShown = undefined;
    }
    set(null);
  };
  return {
    stop,
    show,
    close,
    rest: (element: HTMLElement) => {
      stop();
      prepare();
      if (closeShown || performance.now() - lastGone < NEIGHBOUR) show(element);
      else timer = setTimeout(() => show(element), REST);
    },
    leave: () => {
      stop();
      if (closeShown === close) timer = setTimeout(close, WAY);
    },
  };
}
