'use client';
import {
  type ComponentType,
  cloneElement,
  type ReactElement,
  type ReactNode,
  type Ref,
  type SyntheticEvent,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Deferred } from './deferred';

type Props = Record<string, unknown>;
type Handler = (event: SyntheticEvent) => void;
type Handlers = Record<string, Handler>;
type AnyRef = Ref<HTMLElement> | undefined;

/** Between the button on the page and the popup that takes it over once it is here. */
export interface TriggerLink {
  element: () => HTMLElement | null;
  /** Attributes and handlers the popup wants on the button; null when it goes. */
  give: (given: Props | null) => void;
}

export interface OpenProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** What every popup gets that is fetched at the first sign of interest. */
export interface TakenOver {
  link: TriggerLink;
  /** Undefined: it opens by shortcuts and other controls only. */
  hasTrigger: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The key that opened it came before the popup did. */
  isByKeyboard: boolean;
}

interface PlainTriggerOptions<Popup> extends OpenProps {
  trigger: ReactElement | undefined;
  /** What the button carries until the popup says more. */
  attributes: Props;
  popup: Deferred<Popup>;
  /** Up and down open it as well. */
  arrows?: boolean;
}

interface PlainTrigger<Popup> {
  button: ReactNode;
  /** Undefined until it is needed and here. */
  Popup: ComponentType<Popup> | undefined;
  taken: TakenOver;
}

const heard = ['onPointerEnter', 'onPointerDown', 'onFocus', 'onKeyDown', 'onClick'];

/**
 * A button that stays the same element, with the focus it has, while its popup is fetched and takes over. Until then a
 * press is answered here: it counts, and the popup comes open.
 */
export function usePlainTrigger<Popup>(options: PlainTriggerOptions<Popup>): PlainTrigger<Popup> {
  const { trigger, attributes, popup, arrows = false } = options;
  const [ownOpen, setOwnOpen] = useState(false);
  const [isInteresting, setInteresting] = useState(false);
  const [isByKeyboard, setByKeyboard] = useState(false);
  const { link, given, live, element } = useLink();
  const open = options.open ?? ownOpen;
  if (open && !isInteresting) setInteresting(true);
  const Popup = popup.use(isInteresting);

  const onOpenChange = (next: boolean) => {
    if (!next) setByKeyboard(false);
    setOwnOpen(next);
    options.onOpenChange?.(next);
  };
  const onEarly = (name: string, event: SyntheticEvent) => {
    void popup.load();
    setInteresting(true);
    const key = name === 'onKeyDown' ? (event.nativeEvent as KeyboardEvent).key : '';
    const isArrow = arrows && (key === 'ArrowDown' || key === 'ArrowUp');
    if (isArrow) event.preventDefault();
    if (!isArrow && name !== 'onClick') return;
    setByKeyboard(isArrow || (event.nativeEvent as MouseEvent).detail === 0);
    onOpenChange(isArrow || !open);
  };
  const own = (trigger?.props ?? {}) as Props;
  const handlers: Handlers = {};
  for (const name of new Set([...heard, ...given.names])) {
    handlers[name] = (event) => {
      (own[name] as Handler | undefined)?.(event);
      if (live.current) live.current[name]?.(event);
      else onEarly(name, event);
    };
  }
  const onFailure = useEffectEvent(() => onOpenChange(false));
  useEffect(() => {
    if (open) void popup.load().then((isHere) => isHere || onFailure());
  }, [open, popup]);
  const ref = useSharedRef(element, own.ref as AnyRef);
  const button = trigger
    ? cloneElement(trigger as ReactElement<Props>, {
        'aria-expanded': open,
        ...attributes,
        ...given.attributes,
        ...own,
        ...handlers,
        ref,
      })
    : null;
  const taken = { link, hasTrigger: trigger !== undefined, open, onOpenChange, isByKeyboard };
  return { button: <WithMark isMarked={open && !Popup}>{button}</WithMark>, Popup, taken };
}

/** Until the popup is here keys are meant for it: the mark keeps them from running as shortcuts of the page. */
function WithMark({ isMarked, children }: { isMarked: boolean; children: ReactNode }) {
  return (
    <>
      {children}
      {isMarked ? <span hidden data-modal="" /> : null}
    </>
  );
}

/** Takes what a popup's own trigger would have put on its element to the button that is there already. */
export function HandOver({ link, given }: { link: TriggerLink; given: object }) {
  const { ref, ...rest } = given as Props;
  useLayoutEffect(() => attach(ref as AnyRef, link.element()), [ref, link]);
  useLayoutEffect(() => link.give(rest));
  useLayoutEffect(() => () => link.give(null), [link]);
  return null;
}

interface Given {
  attributes: Props;
  names: readonly string[];
}

const nothing: Given = { attributes: {}, names: [] };

function useLink() {
  const element = useRef<HTMLElement>(null);
  const live = useRef<Handlers | null>(null);
  const [given, setGiven] = useState(nothing);
  const link = useMemo<TriggerLink>(
    () => ({
      element: () => element.current,
      give: (props) => {
        const entries = Object.entries(props ?? {}).filter(([name]) => !isOnElement.has(name));
        const isHandler = ([, value]: [string, unknown]) => typeof value === 'function';
        live.current = props ? (Object.fromEntries(entries.filter(isHandler)) as Handlers) : null;
        const next: Given = {
          attributes: Object.fromEntries(entries.filter((one) => !isHandler(one))),
          names: Object.keys(live.current ?? {}),
        };
        setGiven((before) => (isSame(before, next) ? before : next));
      },
    }),
    [],
  );
  return { link, given, live, element };
}

/** These the button has of its own. */
const isOnElement = new Set(['className', 'style', 'children', 'type']);

function isSame(a: Given, b: Given): boolean {
  const names = Object.keys(a.attributes);
  return (
    names.length === Object.keys(b.attributes).length &&
    names.every((name) => a.attributes[name] === b.attributes[name]) &&
    a.names.join() === b.names.join()
  );
}

/** One ref for us and for whoever else holds the element. */
function useSharedRef(ours: { current: HTMLElement | null }, theirs: AnyRef) {
  return useMemo(
    () => (element: HTMLElement | null) => {
      ours.current = element;
      const detach = attach(theirs, element);
      return () => {
        ours.current = null;
        detach();
      };
    },
    [ours, theirs],
  );
}

function attach(ref: AnyRef, element: HTMLElement | null): () => void {
  if (typeof ref === 'function') {
    const cleanup = ref(element);
    return typeof cleanup === 'function' ? cleanup : () => void ref(null);
  }
  if (ref) ref.current = element;
  return () => {
    if (ref) ref.current = null;
  };
}
