import { pageContext } from '@/entry/page';
import { getProfile } from '@/modules/workspaces/queries';
import { sectionTitle } from '../section-title';
import { SettingsHeader } from '../settings-header';
import { AppearanceSection } from './appearance-section';
import { LeaveSection } from './leave-section';
import { NameSection } from './name-section';
import { PasswordSection } from './password-section';

export const generateMetadata = () => sectionTitle('profile');

export default async function ProfilePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const context = await pageContext(slug, 'profile.edit');
  const profile = await getProfile(context);
  return (
    <>
      <SettingsHeader slug={slug} section="profile" />
      <div>
        <NameSection slug={slug} profile={profile} />
        <AppearanceSection slug={slug} theme={profile.theme} />
        <PasswordSection slug={slug} email={profile.email} hasPassword={profile.hasPassword} />
        <LeaveSection slug={slug} workspace={context.workspace.name} />
      </div>
    </>
  );
}
