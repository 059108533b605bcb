'use client';
import UserPlus from 'lucide-react/icons/user-plus';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { Avatar } from '@/ui/avatar';
import { icon } from '@/ui/icon';
import { Picker } from '@/ui/picker';
import { useDirectory } from '../data/use-directory';
import { useInbox, useMenuOpen } from '../state/inbox-context';

const NOBODY = 'nobody';

export interface AssignPickerProps {
  trigger: ReactElement;
  /** In the bar of picked conversations; else it is for the one that is open. */
  forMany?: boolean;
  assigneeId: string | null;
  onAssign: (assigneeId: string | null) => void;
}

/** Who takes it: oneself first, then nobody, then the others by name. */
export function AssignPicker({ trigger, forMany = false, assigneeId, onAssign }: AssignPickerProps) {
  const t = useTranslations('inbox');
  const { store, member } = useInbox();
  const { members } = useDirectory();
  const isOpen = useMenuOpen('assign', forMany);
  const others = members.filter((one) => one.id !== member.id);
  return (
    <Picker
      trigger={trigger}
      label={t('triage.assign')}
      emptyText={t('triage.noMember')}
      open={isOpen}
      onOpenChange={(open) => store.set({ menu: open ? 'assign' : null })}
      value={assigneeId ?? NOBODY}
      onPick={(value) => onAssign(value === NOBODY ? null : value)}
      options={[
        {
          value: member.id,
          label: t('triage.me', { name: member.name }),
          icon: <Avatar id={member.id} name={member.name} size={20} />,
        },
        { value: NOBODY, label: t('triage.nobody'), icon: <UserPlus {...icon} /> },
        ...others.map((one) => ({
          value: one.id,
          label: one.name,
          icon: <Avatar id={one.id} name={one.name} size={20} />,
        })),
      ]}
    />
  );
}
