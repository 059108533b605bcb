import clsx from 'clsx';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { NavItem } from './rail-item';

export interface BottomBarProps {
  label: string;
  /** Four at most; the rest belongs behind `more`. */
  items: readonly NavItem[];
  /** A `BottomBarButton`, usually as the trigger of a Sheet. */
  more?: ReactNode;
}

const itemClass =
  'relative flex h-full min-w-0 flex-1 flex-col items-center justify-center gap-1 text-cap font-medium leading-3.5 -outline-offset-2';

/** The rail on a phone. */
export function BottomBar({ label, items, more }: BottomBarProps) {
  return (
    <nav
      aria-label={label}
      className="flex h-14.5 shrink-0 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {items.map((item) => (
        <Link
          key={item.id}
          href={item.href}
          aria-current={item.current ? 'page' : undefined}
          className={clsx(itemClass, item.current ? 'text-accent' : 'text-ink-3')}
        >
          {item.icon}
          <span className="max-w-full truncate px-0.5">{item.label}</span>
          {item.count === undefined ? null : (
            <span className="absolute top-2 left-1/2 ml-2 size-1.5 rounded-full bg-attention">
              <span className="sr-only">{item.countLabel ?? item.count}</span>
            </span>
          )}
        </Link>
      ))}
      {more}
    </nav>
  );
}

/** A place in the bar that opens something instead of going somewhere; takes a trigger's props. */
export function BottomBarButton(props: React.ComponentProps<'button'> & { label: string; icon: ReactNode }) {
  const { label, icon, ...rest } = props;
  return (
    <button type="button" {...rest} className={clsx(itemClass, 'text-ink-3')}>
      {icon}
      <span className="max-w-full truncate px-0.5">{label}</span>
    </button>
  );
}
