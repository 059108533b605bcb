'use client';
import UserPlus from 'lucide-react/icons/user-plus';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { MemberSummary, TeamSummary } from '@/modules/workspaces/contract';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { iconSmall } from '@/ui/icon';
import { MultiPicker } from '@/ui/picker';
import { useAction } from '../../../action-form/use-action';
import { setTeamMembersAction } from './actions';

export interface TeamMembersPickerProps {
  slug: string;
  team: TeamSummary;
  members: readonly MemberSummary[];
}

/** Who is in the team: chosen from everybody, saved when the list closes. */
export function TeamMembersPicker({ slug, team, members }: TeamMembersPickerProps) {
  const t = useTranslations('settings.teams');
  const common = useTranslations('common');
  const { run, isPending } = useAction();
  const [chosen, setChosen] = useState<string[] | null>(null);
  const onOpenChange = (open: boolean) => {
    if (open) return setChosen(team.memberIds);
    setChosen(null);
    const before = new Set(team.memberIds);
    if (!chosen || (chosen.length === before.size && chosen.every((id) => before.has(id)))) return;
    run(() => setTeamMembersAction(slug, team.id, chosen), {
      done: () => ({
        text: t('membersSet', { name: team.name, count: chosen.length }),
        undo: () => run(() => setTeamMembersAction(slug, team.id, team.memberIds)),
      }),
    });
  };
  return (
    <MultiPicker
      label={t('membersOf', { name: team.name })}
      placeholder={common('search')}
      emptyText={common('nothingFound')}
      open={chosen !== null}
      onOpenChange={onOpenChange}
      values={chosen ?? team.memberIds}
      onPick={setChosen}
      options={members.map(({ id, name, email }) => ({
        value: id,
        label: name,
        hint: email,
        icon: <Avatar id={id} name={name} size={24} />,
      }))}
      trigger={
        <Button size="small" busy={isPending} icon={<UserPlus {...iconSmall} />}>
          {t('members')}
        </Button>
      }
    />
  );
}
