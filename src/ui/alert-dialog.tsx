'use client';
import type { ReactElement, ReactNode } from 'react';
import { deferred } from './deferred';
import { usePlainTrigger } from './plain-trigger';

export interface AlertDialogProps {
  /** The question, naming the thing: "Delete channel “Support”?" */
  title: string;
  /** What will be lost and what stays. */
  description: ReactNode;
  cancelLabel: string;
  /** The verb, not "OK": "Delete channel". */
  confirmLabel: string;
  tone?: 'danger' | 'primary';
  busy?: boolean;
  onConfirm: () => void;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

const popup = deferred(async () => (await import('./alert-dialog-popup')).AlertDialogPopup);

const attributes = { 'aria-haspopup': 'dialog' };

/** Asks before what cannot be undone; everything else offers undo in a toast instead. */
export function AlertDialog({ trigger, open, onOpenChange, ...rest }: AlertDialogProps) {
  const own = { ...(open === undefined ? {} : { open }), ...(onOpenChange ? { onOpenChange } : {}) };
  const { button, Popup, taken } = usePlainTrigger({ trigger, ...own, attributes, popup });
  return (
    <>
      {button}
      {Popup ? <Popup {...rest} {...taken} /> : null}
    </>
  );
}
