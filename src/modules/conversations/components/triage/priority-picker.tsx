'use client';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { type Priority, priorities } from '@/kernel/vocabulary';
import { Picker } from '@/ui/picker';
import { PriorityMark } from '../list/priority-mark';
import { useInbox, useMenuOpen } from '../state/inbox-context';

export interface PriorityPickerProps {
  trigger: ReactElement;
  /** In the bar of picked conversations; else it is for the one that is open. */
  forMany?: boolean;
  priority: Priority | null;
  onPick: (priority: Priority) => void;
}

export function PriorityPicker({ trigger, forMany = false, priority, onPick }: PriorityPickerProps) {
  const t = useTranslations('inbox');
  const words = useTranslations('vocabulary');
  const { store } = useInbox();
  const isOpen = useMenuOpen('priority', forMany);
  return (
    <Picker
      trigger={trigger}
      label={t('triage.priority')}
      emptyText={t('triage.noPriority')}
      open={isOpen}
      onOpenChange={(open) => store.set({ menu: open ? 'priority' : null })}
      value={priority === null ? null : String(priority)}
      onPick={(value) => onPick(Number(value) as Priority)}
      options={[...priorities].reverse().map((one) => ({
        value: String(one),
        label: words(`priority.${one}`),
        icon: <PriorityMark priority={one} />,
      }))}
    />
  );
}
