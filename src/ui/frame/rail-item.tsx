import clsx from 'clsx';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Count } from '../count';

export interface NavItem {
  id: string;
  label: string;
  href: string;
  icon: ReactNode;
  current?: boolean;
  /** Formatted; only where it matters. */
  count?: string;
  /** For screen readers: "12 open". */
  countLabel?: string;
}

/** One destination in the rail; collapsed, only its icon shows and the name becomes a title. */
export function RailItem({ item, collapsed }: { item: NavItem; collapsed: boolean }) {
  return (
    <Link
      href={item.href}
      aria-current={item.current ? 'page' : undefined}
      {...(collapsed ? { title: item.label } : {})}
      className={clsx(
        'relative flex h-7.5 items-center gap-2.5 rounded-r2 px-2 transition-colors duration-100',
        collapsed && 'justify-center',
        item.current
          ? 'bg-surface font-medium text-ink shadow-[var(--lift-low),0_0_0_1px_var(--line)]'
          : 'text-ink-2 hover:bg-hover hover:text-ink',
      )}
    >
      <span className="shrink-0">{item.icon}</span>
      <span className={collapsed ? 'sr-only' : 'min-w-0 flex-1 truncate'}>{item.label}</span>
      {item.count === undefined ? null : collapsed ? (
        <span className="absolute top-1 right-1 size-1.5 rounded-full bg-attention">
          <span className="sr-only">{item.countLabel ?? item.count}</span>
        </span>
      ) : (
        <Count
          value={item.count}
          {...(item.countLabel ? { label: item.countLabel } : {})}
          tone={item.current ? 'attention' : 'quiet'}
        />
      )}
    </Link>
  );
}
