import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { may, pageContext } from '@/entry/page';
import { ClientMessages } from '@/i18n/client-messages';
import { settingsEntries } from './settings-navigation';
import { SettingsNavigation } from './settings-navigation-list';

interface SettingsLayoutProps {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}

/** Settings: the list of pages at the left, the page beside it; on a phone one after the other. */
export default async function SettingsLayout({ params, children }: SettingsLayoutProps) {
  const { workspace } = await params;
  const context = await pageContext(workspace, 'workspace.read');
  const t = await getTranslations('settings');
  const allowed = settingsEntries.filter((entry) => may(context, entry.permission)).map(({ id }) => id);
  return (
    <ClientMessages namespaces={['settings', 'workspaces', 'vocabulary', 'auth']}>
      <div className="flex h-full">
        <SettingsNavigation slug={workspace} allowed={allowed} />
        <section
          aria-label={t('title')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          className="min-w-0 flex-1 overflow-y-auto -outline-offset-2"
        >
          <div className="mx-auto flex max-w-240 flex-col gap-6 px-4 py-6 md:px-9 md:py-8">{children}</div>
        </section>
      </div>
    </ClientMessages>
  );
}
