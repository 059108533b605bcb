'use client';
import { useTranslations } from 'next-intl';
import { lazy, type ReactElement, Suspense } from 'react';
import { Popover } from '@/ui/popover';
import { Spinner } from '@/ui/spinner';
import { useInbox, useMenuOpen } from '../state/inbox-context';

const SnoozeChoices = lazy(() => import('./snooze-choices'));

export interface SnoozePopoverProps {
  trigger: ReactElement;
  /** In the bar of picked conversations; else it is for the one that is open. */
  forMany?: boolean;
  onSnooze: (until: string) => void;
}

/** When it should come back, on the workspace's clock. */
export function SnoozePopover({ trigger, forMany = false, onSnooze }: SnoozePopoverProps) {
  const t = useTranslations('inbox');
  const { store } = useInbox();
  const isOpen = useMenuOpen('snooze', forMany);
  return (
    <Popover
      trigger={trigger}
      title={t('snooze.title')}
      align="end"
      open={isOpen}
      onOpenChange={(open) => store.set({ menu: open ? 'snooze' : null })}
    >
      <Suspense
        fallback={
          <div className="grid h-40 w-64 place-items-center text-ink-3">
            <Spinner />
          </div>
        }
      >
        <SnoozeChoices
          onSnooze={(until) => {
            store.set({ menu: null });
            onSnooze(until);
          }}
        />
      </Suspense>
    </Popover>
  );
}
