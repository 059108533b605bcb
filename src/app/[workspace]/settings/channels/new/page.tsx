import { getTranslations } from 'next-intl/server';
import { pageContext } from '@/entry/page';
import { listConnectorOffers } from '@/modules/channels/queries';
import { listTeams } from '@/modules/workspaces/queries';
import { BackLink } from '../back-link';
import { ConnectFlow } from './connect-flow';
import { ConnectIntro } from './connect-intro';
import { ConnectorChoice } from './connector-choice';

interface NewChannelPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ connector?: string | string[] }>;
}

export async function generateMetadata() {
  return { title: (await getTranslations('channels.new'))('title') };
}

export default async function NewChannelPage({ params, searchParams }: NewChannelPageProps) {
  const { workspace: slug } = await params;
  const context = await pageContext(slug, 'channels.manage');
  const { connector } = await searchParams;
  const offers = listConnectorOffers(context);
  const offer = offers.find(({ name }) => name === connector);
  return (
    <>
      <BackLink slug={slug} />
      {!offer ? (
        <ConnectorChoice slug={slug} offers={offers} />
      ) : offer.steps.length > 0 ? (
        <ConnectIntro slug={slug} offer={offer} />
      ) : (
        <ConnectFlow slug={slug} offer={offer} teams={await listTeams(context)} />
      )}
    </>
  );
}
