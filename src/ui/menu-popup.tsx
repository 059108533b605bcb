'use client';
import { Menu as Base } from '@base-ui/react/menu';
import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import Link from 'next/link';
import { type ReactNode, useEffect, useRef } from 'react';
import { optionClass, popupClass } from './control-style';
import { iconSmall } from './icon';
import { Kbd } from './kbd';
import type { MenuChoice, MenuEntry } from './menu-entry';
import { HandOver, type TakenOver } from './plain-trigger';

export interface MenuPopupProps extends TakenOver {
  entries: readonly MenuEntry[];
  align: 'start' | 'end';
}

/** The menu behind a button that is on the page already. */
export function MenuPopup({ link, open, onOpenChange, isByKeyboard, entries, align }: MenuPopupProps) {
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open && isByKeyboard) requestAnimationFrame(() => firstLineOf(popup.current)?.focus());
  }, [open, isByKeyboard]);
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={(given) => <HandOver link={link} given={given} />} />
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" sideOffset={4} align={align} collisionPadding={8}>
          <Base.Popup ref={popup} className={clsx(popupClass, 'min-w-48')}>
            <MenuLines entries={entries} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function firstLineOf(popup: HTMLElement | null): HTMLElement | null {
  return popup?.querySelector<HTMLElement>('[role^=menuitem]:not([aria-disabled=true])') ?? null;
}

/** The lines of a menu; the context menu shows the same. */
export function MenuLines({ entries }: { entries: readonly MenuEntry[] }) {
  return entries.map((entry) => {
    if (entry.kind === 'line') return <Base.Separator key={entry.id} className="-mx-1 my-1 h-px bg-line" />;
    if (entry.kind === 'choice') return <MenuChoiceLines key={entry.id} entry={entry} />;
    if (entry.kind === 'heading') {
      return (
        <div key={entry.id} role="presentation" className="px-2 pt-1.5 pb-1 text-meta font-medium text-ink-3">
          {entry.label}
        </div>
      );
    }
    const detail = entry.kind === 'link' ? undefined : entry.detail;
    const words = (
      <MenuWords icon={entry.icon} label={entry.label} detail={detail} shortcut={entry.shortcut} />
    );
    if (entry.kind === 'link') {
      return (
        <Base.LinkItem
          key={entry.id}
          className={optionClass}
          closeOnClick
          render={<Link href={entry.href} />}
        >
          {words}
        </Base.LinkItem>
      );
    }
    return (
      <Base.Item
        key={entry.id}
        disabled={entry.disabled ?? false}
        onClick={entry.onSelect}
        className={clsx(optionClass, entry.tone === 'danger' && '!text-bad-ink')}
      >
        {words}
      </Base.Item>
    );
  });
}

interface MenuWordsProps {
  icon: ReactNode;
  label: string;
  detail: string | undefined;
  shortcut: string | undefined;
}

function MenuWords(props: MenuWordsProps) {
  return (
    <>
      {props.icon ? <span className="text-ink-3">{props.icon}</span> : null}
      <span className="min-w-0 flex-1 truncate pr-4">{props.label}</span>
      {props.detail ? <span className="num text-meta text-ink-3">{props.detail}</span> : null}
      {props.shortcut ? <Kbd keys={props.shortcut} /> : null}
    </>
  );
}

function MenuChoiceLines({ entry }: { entry: MenuChoice }) {
  return (
    <Base.RadioGroup value={entry.value} onValueChange={(value: string) => entry.onValueChange(value)}>
      <Base.Group>
        <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-meta font-medium text-ink-3">
          {entry.label}
        </Base.GroupLabel>
        {entry.options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={optionClass}>
            <span className="min-w-0 flex-1 truncate pr-4">{option.label}</span>
            <Base.RadioItemIndicator className="text-accent">
              <Check {...iconSmall} />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.Group>
    </Base.RadioGroup>
  );
}
