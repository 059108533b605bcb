'use client';
import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import type { ReactElement, ReactNode } from 'react';
import { Button } from './button';
import { backdropClass } from './dialog';

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

/** Asks before what cannot be undone; everything else offers undo in a toast instead. */
export function AlertDialog(props: AlertDialogProps) {
  const { trigger, open, onOpenChange, title, description } = props;
  return (
    <Base.Root {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Viewport className="fixed inset-0 z-50 grid place-items-center p-4">
          <Base.Popup data-modal="" className="floats w-full max-w-100 rounded-r3 p-5 outline-none">
            <Base.Title className="text-lead font-semibold tracking-[-.01em]">{title}</Base.Title>
            <Base.Description className="mt-1.5 text-small text-ink-2">{description}</Base.Description>
            <div className="mt-5 flex flex-wrap justify-end gap-2">
              <Base.Close render={<Button>{props.cancelLabel}</Button>} />
              <Button tone={props.tone ?? 'danger'} busy={props.busy ?? false} onClick={props.onConfirm}>
                {props.confirmLabel}
              </Button>
            </div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
