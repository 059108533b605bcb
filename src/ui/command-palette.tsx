'use client';
import { Dialog } from '@base-ui/react/dialog';
import Search from 'lucide-react/icons/search';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type Command, type CommandGroup, filterCommands } from './command';
import { backdropClass } from './control-style';
import { icon } from './icon';
import { Kbd } from './kbd';
import { Spinner } from './spinner';

export interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly CommandGroup[];
  /** Called with what is typed, for groups the server searches. */
  onQueryChange?: (query: string) => void;
  loading?: boolean;
  /** The palette's name: "Search and commands". */
  label: string;
  placeholder: string;
  emptyText: string;
}

/** Everything, by name: opened with mod+k. */
export function CommandPalette(props: CommandPaletteProps) {
  return (
    <Dialog.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropClass} />
        <Dialog.Popup
          data-modal=""
          className="floats fixed top-[12dvh] left-1/2 z-50 flex max-h-[min(30rem,76dvh)] w-[min(40rem,calc(100vw-1.5rem))] -translate-x-1/2 flex-col overflow-hidden rounded-r3 outline-none"
        >
          <Dialog.Title className="sr-only">{props.label}</Dialog.Title>
          <PaletteBody {...props} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteBody(props: CommandPaletteProps) {
  const { onOpenChange, onQueryChange, label, placeholder, loading } = props;
  const [query, setQuery] = useState('');
  const [place, setPlace] = useState(0);
  const id = useId();
  const groups = filterCommands(props.groups, query);
  const commands = groups.flatMap((group) => group.commands);
  const at = Math.min(place, commands.length - 1);
  const current = commands[at];

  const run = (command: Command) => {
    onOpenChange(false);
    command.run();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || commands.length === 0) return;
    const next = placeAfter(event.key, at, commands.length);
    if (next !== undefined) {
      event.preventDefault();
      setPlace(next);
    } else if (event.key === 'Enter' && current) {
      event.preventDefault();
      run(current);
    }
  };

  return (
    <>
      <div className="flex h-12 shrink-0 items-center gap-3 border-b border-line px-4">
        <span className="text-ink-3">{loading ? <Spinner size={16} /> : <Search {...icon} />}</span>
        <input
          role="combobox"
          aria-label={label}
          aria-expanded={commands.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={current ? `${id}-${current.id}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={query}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setQuery(event.target.value);
            setPlace(0);
            onQueryChange?.(event.target.value);
          }}
          className="h-full min-w-0 flex-1 bg-transparent text-lead outline-none"
        />
        <Kbd keys="Escape" />
      </div>
      <PaletteList {...props} id={id} groups={groups} current={current} run={run} />
    </>
  );
}

function placeAfter(key: string, at: number, length: number): number | undefined {
  if (key === 'ArrowDown') return (at + 1) % length;
  if (key === 'ArrowUp') return (at - 1 + length) % length;
  if (key === 'PageDown') return Math.min(at + 8, length - 1);
  if (key === 'PageUp') return Math.max(at - 8, 0);
  return undefined;
}

interface PaletteListProps {
  id: string;
  label: string;
  groups: readonly CommandGroup[];
  current: Command | undefined;
  emptyText: string;
  loading?: boolean;
  run: (command: Command) => void;
}

function PaletteList({ id, label, groups, current, emptyText, loading, run }: PaletteListProps) {
  return (
    <>
      <div
        role="status"
        className={
          groups.length === 0 && !loading ? 'px-5 py-8 text-center text-small text-ink-3' : 'sr-only'
        }
      >
        {groups.length === 0 && !loading ? emptyText : ''}
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        hidden={groups.length === 0}
        className="min-h-0 overflow-y-auto overscroll-contain p-1.5"
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox groups its options by role
          <div key={group.id} role="group" aria-labelledby={`${id}-group-${group.id}`}>
            <div
              id={`${id}-group-${group.id}`}
              className="px-2.5 pt-2.5 pb-1 text-cap font-medium text-ink-3"
            >
              {group.label}
            </div>
            {group.commands.map((command) => (
              <PaletteLine
                key={command.id}
                id={`${id}-${command.id}`}
                command={command}
                active={command === current}
                run={run}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

interface PaletteLineProps {
  id: string;
  command: Command;
  active: boolean;
  run: (command: Command) => void;
}

function PaletteLine({ id, command, active, run }: PaletteLineProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input above holds the focus and the keys
    <div
      ref={line}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      onClick={() => run(command)}
      className={`flex min-h-9 cursor-pointer items-center gap-3 rounded-r2 px-2.5 hover:bg-hover ${active ? 'bg-accent-soft' : ''}`}
    >
      <span className="grid size-5 shrink-0 place-items-center text-ink-3">{command.icon}</span>
      <span className="min-w-0 flex-1 truncate">{command.label}</span>
      {command.hint ? <span className="shrink-0 text-meta text-ink-3">{command.hint}</span> : null}
      {command.shortcut ? <Kbd keys={command.shortcut} /> : null}
    </div>
  );
}
