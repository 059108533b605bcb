'use client';
import type { ReactElement, ReactNode } from 'react';
import { deferred } from './deferred';
import { usePlainTrigger } from './plain-trigger';

export interface PopoverProps {
  trigger: ReactElement;
  /** Shown as its heading. */
  title: string;
  hideTitle?: boolean;
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

const popup = deferred(async () => (await import('./popover-popup')).PopoverPopup);

const attributes = { 'aria-haspopup': 'dialog' };

/** A small panel beside what it belongs to: filters, an explanation, a date. */
export function Popover({ trigger, open, onOpenChange, ...rest }: PopoverProps) {
  const own = { ...(open === undefined ? {} : { open }), ...(onOpenChange ? { onOpenChange } : {}) };
  const { button, Popup, taken } = usePlainTrigger({ trigger, ...own, attributes, popup });
  return (
    <>
      {button}
      {Popup ? <Popup {...rest} {...taken} /> : null}
    </>
  );
}
