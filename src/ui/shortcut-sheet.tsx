'use client';
import { Dialog } from './dialog';
import { Kbd } from './kbd';
import { type Shortcut, useShortcutList } from './use-shortcuts';

export interface ShortcutSheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  closeLabel: string;
}

/** Everything the keyboard does right now, by group; behind `?`. */
export function ShortcutSheet({ open, onOpenChange, title, closeLabel }: ShortcutSheetProps) {
  const groups = Map.groupBy(distinct(useShortcutList()), (one) => one.group);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} closeLabel={closeLabel} size="large">
      <div className="columns-1 gap-10 sm:columns-2">
        {[...groups].map(([group, shortcuts]) => (
          <section key={group} className="mb-5 break-inside-avoid">
            <h3 className="mb-1.5 text-meta font-medium text-ink-3">{group}</h3>
            <dl className="flex flex-col">
              {shortcuts.map((shortcut) => (
                <div key={shortcut.keys} className="flex min-h-7 items-center gap-3">
                  <dt className="min-w-0 flex-1">{shortcut.label}</dt>
                  <dd>
                    <span className="sr-only">{shortcut.keys}</span>
                    <Kbd keys={shortcut.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

/** Where two answer to the same keys, the later one does. */
function distinct(shortcuts: readonly Shortcut[]): Shortcut[] {
  return [...new Map(shortcuts.map((one) => [one.keys, one])).values()];
}
