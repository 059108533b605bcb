'use client';
import { Combobox as Base } from '@base-ui/react/combobox';
import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { controlClass, optionClass, popupClass } from './control-style';
import { iconSmall } from './icon';
import type { Option } from './select';

export interface ComboboxProps {
  options: readonly Option[];
  value?: string | null;
  defaultValue?: string | null;
  onValueChange?: (value: string | null) => void;
  /** Given when options come from the server: called with what is typed; the list is then shown as it comes. */
  onQueryChange?: (query: string) => void;
  placeholder?: string;
  /** "Nothing found for this." */
  emptyText: string;
  /** The name of the arrow button: "Show options". */
  openLabel: string;
  name?: string;
  disabled?: boolean;
  'aria-label'?: string;
  className?: string;
}

/** One of many values, found by typing. */
export function Combobox(props: ComboboxProps) {
  const { options, onValueChange, onQueryChange, placeholder, openLabel, emptyText, name, disabled } = props;
  const find = (value: string | null | undefined) => options.find((one) => one.value === value) ?? null;
  return (
    <Base.Root<Option>
      items={options}
      isItemEqualToValue={(a, b) => a.value === b.value}
      {...(props.value === undefined ? {} : { value: find(props.value) })}
      {...(props.defaultValue === undefined ? {} : { defaultValue: find(props.defaultValue) })}
      onValueChange={(next) => onValueChange?.(next?.value ?? null)}
      {...(onQueryChange ? { filter: null, onInputValueChange: onQueryChange } : {})}
      {...(name ? { name } : {})}
      {...(disabled ? { disabled } : {})}
    >
      <Base.InputGroup className={clsx('relative', props.className)}>
        <Base.Input
          aria-label={props['aria-label']}
          placeholder={placeholder}
          className={controlClass('h-8 pr-8')}
        />
        <Base.Trigger
          aria-label={openLabel}
          className="absolute inset-y-0 right-1 my-auto grid size-6 place-items-center rounded-r1 text-ink-3 hover:text-ink"
        >
          <ChevronsUpDown {...iconSmall} />
        </Base.Trigger>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" sideOffset={4}>
          <Base.Popup data-popup="" className={clsx(popupClass, 'w-(--anchor-width) min-w-48')}>
            <OptionList emptyText={emptyText} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** The lines below the input; shared with Picker. */
export function OptionList({ emptyText }: { emptyText: string }) {
  return (
    <>
      <Base.Empty className="px-2 py-3 text-small text-ink-3 empty:hidden">{emptyText}</Base.Empty>
      <Base.List className="outline-none">
        {(option: Option) => (
          <Base.Item
            key={option.value}
            value={option}
            disabled={option.disabled ?? false}
            className={optionClass}
          >
            {option.icon}
            <span className="min-w-0 flex-1">
              <span className="block truncate">{option.label}</span>
              {option.hint ? (
                <span className="block truncate text-meta text-ink-3">{option.hint}</span>
              ) : null}
            </span>
            <Base.ItemIndicator className="text-accent">
              <Check {...iconSmall} />
            </Base.ItemIndicator>
          </Base.Item>
        )}
      </Base.List>
    </>
  );
}
