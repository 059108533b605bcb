'use client';
import type { ReactElement, ReactNode } from 'react';
import { deferred } from './deferred';
import { usePlainTrigger } from './plain-trigger';

export interface DialogProps {
  title: string;
  description?: ReactNode;
  /** The name of the cross: "Close". */
  closeLabel: string;
  /** The button that opens it; leave out when `open` is controlled. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Buttons, the leading one last. */
  footer?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  children?: ReactNode;
}

const popup = deferred(async () => (await import('./dialog-popup')).DialogPopup);

const attributes = { 'aria-haspopup': 'dialog' };

/** A task that takes the whole attention; on a phone it comes up from below. Escape and the veil close it. */
export function Dialog({ trigger, open, onOpenChange, ...rest }: DialogProps) {
  const own = { ...(open === undefined ? {} : { open }), ...(onOpenChange ? { onOpenChange } : {}) };
  const { button, Popup, taken } = usePlainTrigger({ trigger, ...own, attributes, popup });
  return (
    <>
      {button}
      {Popup ? <Popup {...rest} {...taken} /> : null}
    </>
  );
}
