'use client';
import { ContextMenu as Base } from '@base-ui/react/context-menu';
import clsx from 'clsx';
import type { ReactElement } from 'react';
import { popupClass } from './control-style';
import type { MenuEntry } from './menu-entry';
import { MenuLines } from './menu-popup';

export interface ContextMenuProps {
  /** What is right-clicked or pressed long; everything in the menu must be reachable elsewhere too. */
  children: ReactElement;
  entries: readonly MenuEntry[];
}

/** The same lines as a menu, where the pointer is. */
export function ContextMenu({ children, entries }: ContextMenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" collisionPadding={8}>
          <Base.Popup className={clsx(popupClass, 'min-w-48')}>
            <MenuLines entries={entries} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
