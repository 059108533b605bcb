import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { maybeSignedIn } from '@/entry/page';
import { listMyWorkspaces } from '@/modules/workspaces/queries';
import { AuthHeading } from '../auth-heading';
import { CreateWorkspaceForm } from './create-workspace-form';
import { SignOutButton } from './sign-out-button';
import { WorkspaceLinks } from './workspace-links';

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('welcome.title') };
}

/** For people without a workspace, and for those who open another one. */
export default async function WelcomePage() {
  const person = await maybeSignedIn();
  if (!person) redirect('/sign-in?next=/welcome');
  const workspaces = await listMyWorkspaces(person.userId);
  const t = await getTranslations('auth');
  const isNew = workspaces.length === 0;
  return (
    <>
      <AuthHeading title={isNew ? t('welcome.titleNone') : t('welcome.title')}>
        {isNew ? t('welcome.textNone', { email: person.email }) : t('welcome.text')}
      </AuthHeading>
      <CreateWorkspaceForm locale={await getLocale()} />
      <WorkspaceLinks workspaces={workspaces} />
      <SignOutButton email={person.email} />
    </>
  );
}
