import clsx from 'clsx';
import type { ReactNode } from 'react';
import { type NavItem, RailItem } from './rail-item';

export interface NavSection {
  id: string;
  /** "Identify"; none for the first and the last. */
  caption?: string;
  /** The letter of the IDIC cycle before it. */
  letter?: string;
  items: readonly NavItem[];
}

export interface RailProps {
  /** The landmark's name: "Main navigation". */
  label: string;
  collapsed: boolean;
  /** The workspace switcher. */
  head: ReactNode;
  sections: readonly NavSection[];
  /** Settings, the reader. */
  foot: ReactNode;
}

/** The left rail: where one is, and the working cycle as the way through the product. */
export function Rail({ label, collapsed, head, sections, foot }: RailProps) {
  return (
    <nav
      aria-label={label}
      className={clsx(
        'hidden h-full flex-col overflow-y-auto border-r border-line bg-sunken px-2.5 py-3 md:flex',
        collapsed ? 'w-14' : 'w-54',
      )}
    >
      <div className="mb-3">{head}</div>
      {sections.map((section) => (
        <div key={section.id} className="mb-3">
          {section.caption ? <Caption section={section} collapsed={collapsed} /> : null}
          <ul className="flex flex-col gap-px">
            {section.items.map((item) => (
              <li key={item.id}>
                <RailItem item={item} collapsed={collapsed} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div className="mt-auto flex flex-col gap-px pt-3">{foot}</div>
    </nav>
  );
}

function Caption({ section, collapsed }: { section: NavSection; collapsed: boolean }) {
  return (
    <div
      className={clsx(
        'flex items-center gap-1.5 px-2 pt-1 pb-1 text-cap font-medium text-ink-3',
        collapsed && 'justify-center px-0',
      )}
    >
      {section.letter ? (
        <span aria-hidden="true" className="w-3 text-center font-serif font-semibold text-accent">
          {section.letter}
        </span>
      ) : null}
      <span className={collapsed ? 'sr-only' : 'truncate'}>{section.caption}</span>
    </div>
  );
}
