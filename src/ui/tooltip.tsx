'use client';
import { cloneElement, type ReactElement, type ReactNode } from 'react';
import { deferred } from './deferred';
import { useTooltip } from './use-tooltip';

export interface TooltipProps {
  text: ReactNode;
  shortcut?: string;
  side?: 'top' | 'bottom' | 'left' | 'right';
  /** The control it explains; it must have a name of its own. */
  children: ReactElement;
}

const popup = deferred(async () => (await import('./tooltip-popup')).TooltipPopup);

/** A hint for those who point or tab: the name of an icon and its key. Never the only place of anything needed. */
export function Tooltip({ text, shortcut, side = 'bottom', children }: TooltipProps) {
  const own = children.props as Record<string, unknown>;
  const { handlers, shown } = useTooltip(own, popup.load);
  const Popup = popup.use(shown !== null);
  return (
    <>
      {cloneElement(children, handlers)}
      {Popup && shown ? (
        <Popup {...shown} side={side} text={text} {...(shortcut ? { shortcut } : {})} />
      ) : null}
    </>
  );
}
