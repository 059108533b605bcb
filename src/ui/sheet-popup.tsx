'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import clsx from 'clsx';
import X from 'lucide-react/icons/x';
import { iconButtonClass } from './button-style';
import { backdropClass } from './control-style';
import { icon } from './icon';
import { HandOver, type TakenOver } from './plain-trigger';
import type { SheetProps } from './sheet';

export type SheetPopupProps = Omit<SheetProps, 'trigger' | keyof TakenOver> & TakenOver;

const sides = {
  bottom:
    'inset-x-0 bottom-0 max-h-[85dvh] rounded-t-r3 border-t pb-[env(safe-area-inset-bottom)] data-starting-style:translate-y-full data-ending-style:translate-y-full',
  right:
    'inset-y-0 right-0 w-[min(24rem,100vw)] border-l data-starting-style:translate-x-full data-ending-style:translate-x-full',
} as const;

/** What the sheet of this name shows. */
export function SheetPopup(props: SheetPopupProps) {
  const { title, closeLabel, side = 'bottom', link, hasTrigger, open, onOpenChange, children } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {hasTrigger ? <Base.Trigger render={(given) => <HandOver link={link} given={given} />} /> : null}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup
          data-modal=""
          className={clsx(
            'fixed z-50 flex flex-col border-line bg-surface text-ink shadow-high outline-none transition-transform duration-150 ease-out',
            sides[side],
          )}
        >
          <header className="flex h-13 shrink-0 items-center gap-2 border-b border-line px-4">
            <Base.Title className="min-w-0 flex-1 truncate text-lead font-semibold">{title}</Base.Title>
            <Base.Close aria-label={closeLabel} className={iconButtonClass('quiet', 'medium', '-mr-2')}>
              <X {...icon} />
            </Base.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
