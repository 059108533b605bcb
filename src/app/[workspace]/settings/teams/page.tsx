import { may, pageContext } from '@/entry/page';
import { listMembers, listTeams } from '@/modules/workspaces/queries';
import { sectionTitle } from '../section-title';
import { SettingsHeader } from '../settings-header';
import { NewTeamDialog } from './new-team-dialog';
import { TeamList } from './team-list';

export const generateMetadata = () => sectionTitle('teams');

export default async function TeamsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const context = await pageContext(slug, 'teams.read');
  const isInCharge = may(context, 'teams.manage');
  const [teams, members] = await Promise.all([listTeams(context), listMembers(context)]);
  return (
    <>
      <SettingsHeader
        slug={slug}
        section="teams"
        actions={isInCharge ? <NewTeamDialog slug={slug} /> : null}
      />
      <TeamList slug={slug} teams={teams} members={members} isInCharge={isInCharge} />
    </>
  );
}
