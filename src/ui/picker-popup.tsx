'use client';
import { Combobox as Base } from '@base-ui/react/combobox';
import clsx from 'clsx';
import { OptionList } from './combobox';
import { popupClass } from './control-style';
import type { MultiPickerProps, PickerBase, PickerProps } from './picker';
import { HandOver, type TakenOver } from './plain-trigger';
import type { Option } from './select';

type Taken<Props> = Omit<Props, keyof TakenOver> & TakenOver;

/** The list of a button that is on the page already. */
export function PickerPopup({ value, onPick, ...rest }: Taken<PickerProps>) {
  return (
    <Base.Root<Option>
      {...rootProps(rest)}
      value={rest.options.find((one) => one.value === value) ?? null}
      onValueChange={(next) => {
        if (next) onPick(next.value);
      }}
    >
      <PickerPanel {...rest} />
    </Base.Root>
  );
}

/** The same, for several. */
export function MultiPickerPopup({ values, onPick, ...rest }: Taken<MultiPickerProps>) {
  return (
    <Base.Root<Option, true>
      {...rootProps(rest)}
      multiple
      value={rest.options.filter((one) => values.includes(one.value))}
      onValueChange={(next) => onPick(next.map((one) => one.value))}
    >
      <PickerPanel {...rest} />
    </Base.Root>
  );
}

function rootProps({ options, open, onOpenChange, onQueryChange }: Taken<PickerBase>) {
  return {
    items: options,
    // Enter takes the first line at once, also before anything was typed.
    // (The list knows `always`; only the outer type does not name it.)
    autoHighlight: 'always' as unknown as boolean,
    isItemEqualToValue: (a: Option, b: Option) => a.value === b.value,
    open,
    onOpenChange,
    ...(onQueryChange ? { filter: null, onInputValueChange: onQueryChange } : {}),
  };
}

function PickerPanel({ link, label, placeholder, emptyText }: Taken<PickerBase>) {
  return (
    <>
      <Base.Trigger render={(given) => <HandOver link={link} given={given} />} aria-label={label} />
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
