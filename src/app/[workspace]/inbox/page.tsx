import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageContext, streamPosition } from '@/entry/page';
import { ClientMessages } from '@/i18n/client-messages';
import { Providers } from '../providers';
import { addressOf, firstData, inboxFacts } from './first-data';
import { inboxNamespaces } from './inbox-namespaces';
import { InboxScreen } from './inbox-screen';

interface InboxPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inbox'))('title') };
}

/** The inbox: what the address names is read on the server, everything after that in the browser. */
export default async function InboxPage({ params, searchParams }: InboxPageProps) {
  const { workspace } = await params;
  const context = await pageContext(workspace, 'conversations.read');
  const address = addressOf(await searchParams);
  const since = await streamPosition();
  const [facts, state] = await Promise.all([inboxFacts(context, since), firstData(context, address)]);
  return (
    <ClientMessages namespaces={inboxNamespaces} timeZone={context.workspace.timeZone}>
      <Providers>
        <HydrationBoundary state={state}>
          <InboxScreen facts={facts} address={address} />
        </HydrationBoundary>
      </Providers>
    </ClientMessages>
  );
}
