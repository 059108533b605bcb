'use client';
import { useLocale, useTranslations } from 'next-intl';
import { PageHeader } from '@/ui/page-header';
import { TextLink } from '@/ui/text-link';
import { Choices } from './show-choices';
import { Controls } from './show-controls';
import { DataParts } from './show-data';
import { Feedback } from './show-feedback';
import { Overlays } from './show-overlays';
import { People } from './show-people';
import { Switches } from './switches';

const sides = ['light', 'dark'] as const;

/** The parts twice, in both themes beside each other; what floats follows the page's own theme. */
export function Gallery() {
  const t = useTranslations('design');
  const locale = useLocale();
  return (
    <main className="mx-auto max-w-400 px-4 py-8 md:px-9">
      <PageHeader
        title={t('title')}
        meta={
          <>
            <span>{t('meta')}</span>
            <TextLink href="/design/inbox">{t('frameLink')}</TextLink>
          </>
        }
        actions={<Switches locale={locale} />}
      />
      <div className="mt-6">
        <Overlays />
      </div>
      <div className="mt-6 grid gap-4 xl:grid-cols-2">
        {sides.map((side) => (
          <section
            key={side}
            data-theme={side}
            aria-label={t(side)}
            className="flex min-w-0 flex-col gap-8 rounded-r3 border border-line bg-paper p-4 md:p-6"
          >
            <Controls />
            <People />
            <Choices />
            <Feedback />
            <DataParts side={t(side)} />
          </section>
        ))}
      </div>
    </main>
  );
}
