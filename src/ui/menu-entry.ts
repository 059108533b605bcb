import type { ReactNode } from 'react';

export interface MenuAction {
  kind?: 'action';
  id: string;
  label: string;
  icon?: ReactNode;
  shortcut?: string;
  /** A quieter figure at its right: a count, formatted. */
  detail?: string | undefined;
  /** `danger` for what takes something away. */
  tone?: 'plain' | 'danger';
  disabled?: boolean;
  onSelect: () => void;
}

export interface MenuLink {
  kind: 'link';
  id: string;
  label: string;
  icon?: ReactNode;
  shortcut?: string;
  href: string;
}

export interface MenuChoice {
  kind: 'choice';
  id: string;
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  onValueChange: (value: string) => void;
}

/** Names the lines that follow it. */
export interface MenuHeading {
  kind: 'heading';
  id: string;
  label: string;
}

export type MenuEntry = MenuAction | MenuLink | MenuChoice | MenuHeading | { kind: 'line'; id: string };
