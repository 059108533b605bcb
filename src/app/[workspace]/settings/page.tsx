import { getTranslations } from 'next-intl/server';
import { may, pageContext } from '@/entry/page';
import { PageHeader } from '@/ui/page-header';
import { settingsEntries } from './settings-navigation';
import { SettingsOverview } from './settings-overview';

export async function generateMetadata() {
  return { title: (await getTranslations('settings'))('title') };
}

export default async function SettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const context = await pageContext(workspace, 'workspace.read');
  const t = await getTranslations('settings');
  return (
    <>
      <PageHeader title={t('title')} />
      <SettingsOverview
        slug={workspace}
        entries={settingsEntries.filter((entry) => may(context, entry.permission))}
      />
    </>
  );
}
