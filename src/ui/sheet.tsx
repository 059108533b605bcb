'use client';
import type { ReactElement, ReactNode } from 'react';
import { deferred } from './deferred';
import { usePlainTrigger } from './plain-trigger';

export interface SheetProps {
  title: string;
  closeLabel: string;
  /** From below on phones (menus, filters), from the right for a pane that does not fit (the person). */
  side?: 'bottom' | 'right';
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

const popup = deferred(async () => (await import('./sheet-popup')).SheetPopup);

const attributes = { 'aria-haspopup': 'dialog' };

/** A pane that slides over the page where there is no room beside it. */
export function Sheet({ trigger, open, onOpenChange, ...rest }: SheetProps) {
  const own = { ...(open === undefined ? {} : { open }), ...(onOpenChange ? { onOpenChange } : {}) };
  const { button, Popup, taken } = usePlainTrigger({ trigger, ...own, attributes, popup });
  return (
    <>
      {button}
      {Popup ? <Popup {...rest} {...taken} /> : null}
    </>
  );
}
