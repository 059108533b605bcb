'use client';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { createElement } from 'react';
import { RailItem } from '@/ui/frame/rail-item';
import { icon } from '@/ui/icon';
import { type SettingsSection, settingsEntries } from './settings-navigation';

/** The pages of the settings beside the page; a phone shows them on a page of their own. */
export function SettingsNavigation({ slug, allowed }: { slug: string; allowed: readonly SettingsSection[] }) {
  const t = useTranslations('settings');
  const path = usePathname();
  return (
    <nav
      aria-label={t('title')}
      className="hidden w-54 shrink-0 overflow-y-auto border-r border-line px-2.5 py-4 lg:block"
    >
      <p className="mb-2 px-2 text-lead font-semibold tracking-[-.01em]">{t('title')}</p>
      <ul className="flex flex-col gap-px">
        {settingsEntries
          .filter(({ id }) => allowed.includes(id))
          .map((entry) => {
            const href = `/${slug}/settings/${entry.id}`;
            const item = {
              id: entry.id,
              label: t(`sections.${entry.id}.title`),
              href,
              icon: createElement(entry.icon, icon),
              current: path.startsWith(href),
            };
            return (
              <li key={entry.id}>
                <RailItem item={item} collapsed={false} />
              </li>
            );
          })}
      </ul>
    </nav>
  );
}
