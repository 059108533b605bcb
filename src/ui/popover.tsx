'use client';
import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';

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

/** A small panel beside what it belongs to: filters, an explanation, a date. */
export function Popover(props: PopoverProps) {
  const { trigger, title, hideTitle, align = 'start', open, onOpenChange, children } = props;
  return (
    <Base.Root {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
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
