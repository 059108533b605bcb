'use client';
import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import type { AlertDialogProps } from './alert-dialog';
import { Button } from './button';
import { backdropClass } from './control-style';
import { HandOver, type TakenOver } from './plain-trigger';

export type AlertDialogPopupProps = Omit<AlertDialogProps, 'trigger' | keyof TakenOver> & TakenOver;

/** What the alert dialog of this name shows. */
export function AlertDialogPopup(props: AlertDialogPopupProps) {
  const { link, hasTrigger, open, onOpenChange, title, description } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {hasTrigger ? <Base.Trigger render={(given) => <HandOver link={link} given={given} />} /> : null}
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
