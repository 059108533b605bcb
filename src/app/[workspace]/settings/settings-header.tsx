import ChevronLeft from 'lucide-react/icons/chevron-left';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { iconSmall } from '@/ui/icon';
import { PageHeader } from '@/ui/page-header';
import type { SettingsSection } from './settings-navigation';

export interface SettingsHeaderProps {
  slug: string;
  section: SettingsSection;
  actions?: ReactNode;
}

/** The title of a settings page and what it is for; where the list is not beside it, the way back to it. */
export async function SettingsHeader({ slug, section, actions }: SettingsHeaderProps) {
  const t = await getTranslations('settings');
  return (
    <div>
      <Link
        href={`/${slug}/settings`}
        className="mb-3 inline-flex h-6 items-center gap-1 rounded-r1 text-small text-ink-2 hover:text-ink lg:hidden"
      >
        <ChevronLeft {...iconSmall} />
        {t('title')}
      </Link>
      <PageHeader
        title={t(`sections.${section}.title`)}
        meta={t(`sections.${section}.text`)}
        actions={actions}
      />
    </div>
  );
}
