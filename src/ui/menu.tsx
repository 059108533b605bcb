'use client';
import type { ReactElement } from 'react';
import { deferred } from './deferred';
import type { MenuEntry } from './menu-entry';
import { usePlainTrigger } from './plain-trigger';

export interface MenuProps {
  trigger: ReactElement;
  entries: readonly MenuEntry[];
  align?: 'start' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

const popup = deferred(async () => (await import('./menu-popup')).MenuPopup);

const attributes = { 'aria-haspopup': 'menu' };

/** A short list of actions behind a button. */
export function Menu({ entries, align = 'start', ...rest }: MenuProps) {
  const { button, Popup, taken } = usePlainTrigger({ ...rest, attributes, popup, arrows: true });
  return (
    <>
      {button}
      {Popup ? <Popup {...taken} entries={entries} align={align} /> : null}
    </>
  );
}
