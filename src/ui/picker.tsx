'use client';
import type { ReactElement } from 'react';
import { type Deferred, deferred } from './deferred';
import { usePlainTrigger } from './plain-trigger';
import type { Option } from './select';

export interface PickerBase {
  /** Any button; the list opens from it. */
  trigger: ReactElement;
  options: readonly Option[];
  /** The name of button, popup and input: "Assign to". It begins with the words the button shows. */
  label: string;
  placeholder?: string;
  emptyText: string;
  /** Controlled, so that a shortcut (`a`, `t`, `p`) can open it. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  onQueryChange?: (query: string) => void;
}

export interface PickerProps extends PickerBase {
  value: string | null;
  onPick: (value: string) => void;
}

export interface MultiPickerProps extends PickerBase {
  values: readonly string[];
  onPick: (values: string[]) => void;
}

const one = deferred(async () => (await import('./picker-popup')).PickerPopup);
const several = deferred(async () => (await import('./picker-popup')).MultiPickerPopup);

/** Choose one from a filterable list behind a button: assignee, team, priority. Closes on choice. */
export function Picker(props: PickerProps) {
  const { button, Popup, taken } = usePickerTrigger(props, one);
  return (
    <>
      {button}
      {Popup ? <Popup {...props} {...taken} /> : null}
    </>
  );
}

/** Choose several: tags. Stays open while choosing. */
export function MultiPicker(props: MultiPickerProps) {
  const { button, Popup, taken } = usePickerTrigger(props, several);
  return (
    <>
      {button}
      {Popup ? <Popup {...props} {...taken} /> : null}
    </>
  );
}

function usePickerTrigger<Popup>(props: PickerBase, popup: Deferred<Popup>) {
  const { trigger, label, open, onOpenChange } = props;
  return usePlainTrigger({
    trigger,
    ...(open === undefined ? {} : { open }),
    ...(onOpenChange ? { onOpenChange } : {}),
    attributes: { role: 'combobox', 'aria-haspopup': 'dialog', 'aria-label': label },
    popup,
    arrows: true,
  });
}
