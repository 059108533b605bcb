import { redirect } from 'next/navigation';
import { HealthPanel } from '@/modules/channels/components/health-panel';
import { getChannelDetail, listConnectorOffers } from '@/modules/channels/queries';
import { getChannelFeeds } from '@/modules/channels/queries/feeds';
import { sectionTitle } from '../../section-title';
import { CatchUpSection } from './catch-up-section';
import { ChannelHeader } from './channel-header';
import { type ChannelPageProps, channelOfPage } from './channel-of-page';
import { RunningSection } from './running-section';
import { StateBanner } from './state-banner';

export const generateMetadata = () => sectionTitle('channels');

/** How the channel is, and what can be done about it. */
export default async function ChannelPage({ params }: ChannelPageProps) {
  const { slug, context, channel } = await channelOfPage(params);
  if (channel.state === 'connecting') redirect(`/${slug}/settings/channels/${channel.id}/connect`);
  const offer = listConnectorOffers(context).find(({ name }) => name === channel.connector);
  const detail = await getChannelDetail(context, channel.id);
  return (
    <>
      <ChannelHeader slug={slug} channel={channel} />
      <StateBanner slug={slug} channel={channel} isGuided={(offer?.steps.length ?? 0) > 0} />
      <HealthPanel channel={detail} />
      <div>
        {offer?.canAsk ? (
          <CatchUpSection slug={slug} channel={channel} feeds={await getChannelFeeds(context, channel.id)} />
        ) : null}
        <RunningSection slug={slug} channel={detail} isGuided={(offer?.steps.length ?? 0) > 0} />
      </div>
    </>
  );
}
