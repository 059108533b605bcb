import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { may, pageContext, streamPosition } from '@/entry/page';
import { ClientMessages } from '@/i18n/client-messages';
import { ListeningScreen } from '@/modules/listening/components/listening-screen';
import { Providers } from '../providers';
import { firstData } from './first-data';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('listening'))('title') };
}

/** What is said without being said to us: read on the server first, live after that. */
export default async function ListeningPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const context = await pageContext(slug, 'listening.read');
  const since = await streamPosition();
  return (
    <ClientMessages
      namespaces={['listening', 'inbox', 'networks', 'navigation']}
      timeZone={context.workspace.timeZone}
    >
      <Providers>
        <HydrationBoundary state={await firstData(context)}>
          <ListeningScreen slug={slug} since={since} isInCharge={may(context, 'listening.manage')} />
        </HydrationBoundary>
      </Providers>
    </ClientMessages>
  );
}
