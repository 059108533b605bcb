'use client';
import { Combobox as Base } from '@base-ui/react/combobox';
import clsx from 'clsx';
import type { ReactElement } from 'react';
import { OptionList } from './combobox';
import { popupClass } from './control-style';
import type { Option } from './select';

interface PickerBase {
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

/** Choose one from a filterable list behind a button: assignee, team, priority. Closes on choice. */
export function Picker({ value, onPick, ...rest }: PickerProps) {
  return (
    <Base.Root<Option>
      {...rootProps(rest)}
      value={rest.options.find((one) => one.value === value) ?? null}
      onValueChange={(next) => {
        if (next) onPick(next.value);
      }}
    >
      <PickerPopup {...rest} />
    </Base.Root>
  );
}

/** Choose several: tags. Stays open while choosing. */
export function MultiPicker({ values, onPick, ...rest }: MultiPickerProps) {
  return (
    <Base.Root<Option, true>
      {...rootProps(rest)}
      multiple
      value={rest.options.filter((one) => values.includes(one.value))}
      onValueChange={(next) => onPick(next.map((one) => one.value))}
    >
      <PickerPopup {...rest} />
    </Base.Root>
  );
}

function rootProps({ options, open, onOpenChange, onQueryChange }: PickerBase) {
  return {
    items: options,
    // Enter takes the first line at once, also before anything was typed.
    // (The list knows `always`; only the outer type does not name it.)
    autoHighlight: 'always' as unknown as boolean,
    isItemEqualToValue: (a: Option, b: Option) => a.value === b.value,
    ...(open === undefined ? {} : { open }),
    ...(onOpenChange ? { onOpenChange } : {}),
    ...(onQueryChange ? { filter: null, onInputValueChange: onQueryChange } : {}),
  };
}

function PickerPopup({ trigger, label, placeholder, emptyText }: PickerBase) {
  return (
    <>
      <Base.Trigger render={trigger} aria-label={label} />
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" sideOffset={4} align="start">
          <Base.Popup aria-label={label} className={clsx(popupClass, 'flex w-64 flex-col overflow-hidden')}>
            <Base.Input
              aria-label={label}
              placeholder={placeholder ?? label}
              className="-mx-1 -mt-1 mb-1 h-9 border-b border-line bg-transparent px-3 text-body text-ink -outline-offset-2 outline-none pointer-coarse:text-lead"
            />
            <div className="min-h-0 overflow-y-auto overscroll-contain">
              <OptionList emptyText={emptyText} />
            </div>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </>
  );
}
