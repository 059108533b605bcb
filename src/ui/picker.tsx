'use client';
import type { ReactElement } from 'react';
import { deferred } from './deferred';
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
  const { button, isWanted, taken } = usePickerTrigger(props, one);
  const Popup = one.use(isWanted);
  return (
    <>
      {button}
      {Popup ? <Popup {...props} {...taken} /> : null}
    </>
  );
}

/** Choose several: tags. Stays open while choosing. */
export function MultiPicker(props: MultiPickerProps) {
  const { button, isWanted, taken } = usePickerTrigger(props, several);
  const Popup = several.use(isWanted);
  return (
    <>
      {button}
      {Popup ? <Popup {...props} {...taken} /> : null}
    </>
  );
}

function usePickerTrigger(props: PickerBase, popup: { load: () => void }) {
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
