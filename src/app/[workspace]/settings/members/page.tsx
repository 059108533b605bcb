import { may, pageContext } from '@/entry/page';
import { listInvitations, listMembers } from '@/modules/workspaces/queries';
import { sectionTitle } from '../section-title';
import { SettingsHeader } from '../settings-header';
import { InvitationList } from './invitation-list';
import { InviteDialog } from './invite-dialog';
import { MemberList } from './member-list';

export const generateMetadata = () => sectionTitle('members');

export default async function MembersPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const context = await pageContext(slug, 'members.read');
  const isInCharge = may(context, 'members.manage');
  const [members, invitations] = await Promise.all([
    listMembers(context),
    isInCharge ? listInvitations(context) : [],
  ]);
  return (
    <>
      <SettingsHeader
        slug={slug}
        section="members"
        actions={isInCharge ? <InviteDialog slug={slug} /> : null}
      />
      <MemberList slug={slug} members={members} ownId={context.actor.memberId} isInCharge={isInCharge} />
      {isInCharge ? <InvitationList slug={slug} invitations={invitations} now={context.now()} /> : null}
    </>
  );
}
