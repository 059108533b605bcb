'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import clsx from 'clsx';
import X from 'lucide-react/icons/x';
import { iconButtonClass } from './button-style';
import { backdropClass } from './control-style';
import type { DialogProps } from './dialog';
import { icon } from './icon';
import { HandOver, type TakenOver } from './plain-trigger';

export type DialogPopupProps = Omit<DialogProps, 'trigger' | keyof TakenOver> & TakenOver;

const widths = { small: 'sm:max-w-100', medium: 'sm:max-w-140', large: 'sm:max-w-200' } as const;

/** What the dialog of this name shows. */
export function DialogPopup(props: DialogPopupProps) {
  const { link, hasTrigger, open, onOpenChange, size = 'medium' } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {hasTrigger ? <Base.Trigger render={(given) => <HandOver link={link} given={given} />} /> : null}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Viewport className="fixed inset-0 z-50 grid items-end justify-items-center sm:items-center sm:p-6">
          <Base.Popup
            data-modal=""
            className={clsx(
              'floats relative flex max-h-[92dvh] w-full flex-col overflow-hidden rounded-t-r3 outline-none sm:max-h-[84dvh] sm:rounded-r3',
              widths[size],
            )}
          >
            <DialogBody {...props} />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

function DialogBody({ title, description, closeLabel, footer, children }: DialogPopupProps) {
  return (
    <>
      <header className="px-5 pt-4 pr-14 pb-3">
        <Base.Title className="text-lead font-semibold tracking-[-.01em]">{title}</Base.Title>
        {description ? (
          <Base.Description className="mt-1 text-small text-ink-2">{description}</Base.Description>
        ) : null}
      </header>
      {children ? <div className="min-h-0 flex-1 overflow-y-auto px-5 py-1">{children}</div> : null}
      {footer ? (
        <footer className="flex flex-wrap justify-end gap-2 px-5 pt-3 pb-5">{footer}</footer>
      ) : (
        <div className="h-4" />
      )}
      {/* Last, so that the first field gets the focus, not the cross. */}
      <Base.Close
        aria-label={closeLabel}
        className={iconButtonClass('quiet', 'medium', 'absolute top-3 right-3')}
      >
        <X {...icon} />
      </Base.Close>
    </>
  );
}
