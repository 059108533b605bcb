import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { may, pageContext, streamPosition } from '@/entry/page';
import { ClientMessages } from '@/i18n/client-messages';
import { ListeningScreen } from '@/modules/listening/components/listening-screen';
import { PageHeader } from '@/ui/page-header';
import { Providers } from '../providers';
import { firstData } from './first-data';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('listening'))('title') };
}

/** What is said without being said to us: read on the server first, live after that. */
export default async function ListeningPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const context = await pageContext(slug, 'listening.read');
  const t = await getTranslations('listening');
  const since = await streamPosition();
  return (
    <ClientMessages
      namespaces={['listening', 'inbox', 'networks', 'navigation']}
      timeZone={context.workspace.timeZone}
    >
      <Providers>
        <HydrationBoundary state={await firstData(context)}>
          <section
            aria-label={t('title')}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
            tabIndex={0}
            className="h-full overflow-y-auto -outline-offset-2"
          >
            <div className="mx-auto flex max-w-240 flex-col gap-6 px-4 py-6 md:px-9 md:py-8">
              <PageHeader title={t('title')} meta={t('lead')} />
              <ListeningScreen slug={slug} since={since} isInCharge={may(context, 'listening.manage')} />
            </div>
          </section>
        </HydrationBoundary>
      </Providers>
    </ClientMessages>
  );
}
