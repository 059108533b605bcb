'use client';
import { Popover as Base } from '@base-ui/react/popover';
import { HandOver, type TakenOver } from './plain-trigger';
import type { PopoverProps } from './popover';

export type PopoverPopupProps = Omit<PopoverProps, 'trigger' | keyof TakenOver> & TakenOver;

/** The panel of a button that is on the page already. */
export function PopoverPopup(props: PopoverPopupProps) {
  const { link, title, hideTitle, align = 'start', open, onOpenChange, children } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={(given) => <HandOver link={link} given={given} />} />
      <Base.Portal>
        <Base.Positioner className="z-50" sideOffset={6} align={align} collisionPadding={8}>
          <Base.Popup className="floats max-h-(--available-height) max-w-(--available-width) overflow-y-auto rounded-r3 p-4 outline-none">
            <Base.Title className={hideTitle ? 'sr-only' : 'mb-2 text-small font-semibold'}>
              {title}
            </Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
