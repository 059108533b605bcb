import type { ReactNode } from 'react';

export interface Command {
  id: string;
  label: string;
  /** A quieter addition at its right: the contact's network, the conversation's state. */
  hint?: string;
  icon?: ReactNode;
  shortcut?: string;
  /** Other words that find it. */
  keywords?: readonly string[];
  run: () => void;
}

export interface CommandGroup {
  id: string;
  label: string;
  commands: readonly Command[];
  /** Already searched by the server: shown as they come. */
  searched?: boolean;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** 0 is no match; a whole label, a start of it, a start of a word, anywhere in it, letters in order: 5 to 1. */
export function scoreOf(command: Pick<Command, 'label' | 'keywords'>, query: string): number {
  const sought = fold(query.trim());
  if (sought === '') return 1;
  const label = fold(command.label);
  if (label === sought) return 5;
  if (label.startsWith(sought)) return 4;
  const words = [label, ...(command.keywords ?? []).map(fold)].flatMap((text) => text.split(/[\s–-]+/));
  const parts = sought.split(/\s+/);
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return 3;
  if (label.includes(sought)) return 2;
  return sought.length > 2 && inOrder(label, sought) ? 1 : 0;
}

function inOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The groups that match, best commands first; empty groups are left out. */
export function filterCommands(groups: readonly CommandGroup[], query: string): CommandGroup[] {
  return groups
    .map((group) => (group.searched ? group : { ...group, commands: ranked(group.commands, query) }))
    .filter((group) => group.commands.length > 0);
}

function ranked(commands: readonly Command[], query: string): Command[] {
  return commands
    .map((command) => ({ command, score: scoreOf(command, query) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .map((one) => one.command);
}
