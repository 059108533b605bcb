import type { ReactNode } from 'react';

export interface MenuAction {
  kind?: 'action';
  id: string;
  label: string;
  icon?: ReactNode;
  shortcut?: string;
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

export type MenuEntry = MenuAction | MenuLink | MenuChoice | { kind: 'line'; id: string };
