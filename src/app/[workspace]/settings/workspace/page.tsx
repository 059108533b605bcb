import { pageContext } from '@/entry/page';
import { weekdays } from '@/kernel/business-hours';
import { getWorkspaceSettings } from '@/modules/workspaces/queries';
import { sectionTitle } from '../section-title';
import { SettingsHeader } from '../settings-header';
import { GeneralSection } from './general-section';
import { HolidaysSection } from './holidays-section';
import { HoursSection } from './hours-section';
import { timeZoneOptions } from './time-zones';

export const generateMetadata = () => sectionTitle('workspace');

export default async function WorkspaceSettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const context = await pageContext(slug, 'workspace.configure');
  const settings = await getWorkspaceSettings(context);
  return (
    <>
      <SettingsHeader slug={slug} section="workspace" />
      <div>
        <GeneralSection settings={settings} zones={timeZoneOptions(settings.timeZone)} />
        <HoursSection slug={slug} hours={settings.businessHours} days={weekdays} />
        <HolidaysSection slug={slug} holidays={settings.holidays} />
      </div>
    </>
  );
}
