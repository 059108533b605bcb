'use client';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { MemberSummary, TeamSummary } from '@/modules/workspaces/contract';
import { Avatar } from '@/ui/avatar';
import { icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Menu } from '@/ui/menu';
import { useAction } from '../../../action-form/use-action';
import { deleteTeamAction, recreateTeamAction } from './actions';
import { RenameTeamDialog } from './rename-team-dialog';
import { TeamMembersPicker } from './team-members-picker';

export interface TeamRowProps {
  slug: string;
  team: TeamSummary;
  members: readonly MemberSummary[];
  isInCharge: boolean;
}

export function TeamRow({ slug, team, members, isInCharge }: TeamRowProps) {
  const t = useTranslations('settings.teams');
  const { run } = useAction();
  const [isRenaming, setRenaming] = useState(false);
  const remove = () =>
    run(() => deleteTeamAction(slug, team.id), {
      done: () => ({
        text: t('deleted', { name: team.name }),
        undo: () => run(() => recreateTeamAction(slug, team.name, team.memberIds)),
      }),
    });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-40">
        <p className="truncate font-medium">{team.name}</p>
        <p className="text-meta text-ink-3">{t('memberCount', { count: team.memberIds.length })}</p>
      </div>
      <TeamFaces members={members.filter(({ id }) => team.memberIds.includes(id))} />
      {isInCharge ? (
        <div className="flex items-center gap-1">
          <TeamMembersPicker slug={slug} team={team} members={members} />
          <Menu
            align="end"
            trigger={
              <IconButton label={t('actionsFor', { name: team.name })} icon={<Ellipsis {...icon} />} />
            }
            entries={[
              { id: 'rename', label: t('rename'), onSelect: () => setRenaming(true) },
              { id: 'delete', label: t('delete'), tone: 'danger', onSelect: remove },
            ]}
          />
          <RenameTeamDialog slug={slug} team={team} open={isRenaming} onOpenChange={setRenaming} />
        </div>
      ) : null}
    </div>
  );
}

/** Faces that fit in a row. */
const SHOWN = 5;

function TeamFaces({ members }: { members: readonly MemberSummary[] }) {
  return (
    <ul className="flex -space-x-1.5" aria-hidden="true">
      {members.slice(0, SHOWN).map(({ id, name }) => (
        <li key={id} className="rounded-full ring-2 ring-(--surface)" title={name}>
          <Avatar id={id} name={name} size={24} />
        </li>
      ))}
    </ul>
  );
}
