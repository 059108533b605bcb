import UsersRound from 'lucide-react/icons/users-round';
import { getTranslations } from 'next-intl/server';
import type { MemberSummary, TeamSummary } from '@/modules/workspaces/contract';
import { EmptyState } from '@/ui/empty-state';
import { iconLarge } from '@/ui/icon';
import { TeamRow } from './team-row';

export interface TeamListProps {
  slug: string;
  teams: readonly TeamSummary[];
  members: readonly MemberSummary[];
  isInCharge: boolean;
}

export async function TeamList({ slug, teams, members, isInCharge }: TeamListProps) {
  const t = await getTranslations('settings.teams');
  if (teams.length === 0) {
    return (
      <EmptyState
        icon={<UsersRound {...iconLarge} />}
        title={t('empty')}
        text={t(isInCharge ? 'emptyText' : 'emptyTextOthers')}
      />
    );
  }
  return (
    <ul className="overflow-hidden rounded-r3 border border-line bg-surface">
      {teams.map((team) => (
        <li key={team.id} className="border-b border-line last:border-b-0">
          <TeamRow slug={slug} team={team} members={members} isInCharge={isInCharge} />
        </li>
      ))}
    </ul>
  );
}
