import { listConnectorOffers } from '@/modules/channels/queries';
import { listTeams } from '@/modules/workspaces/queries';
import { sectionTitle } from '../../section-title';
import { AccessSection } from './access-section';
import { ChannelHeader } from './channel-header';
import { type ChannelPageProps, channelOfPage } from './channel-of-page';
import { GeneralSection } from './general-section';
import { RunningSection } from './running-section';
import { StateBanner } from './state-banner';
import { WebhookSection } from './webhook-section';

export const generateMetadata = () => sectionTitle('channels');

export default async function ChannelPage({ params }: ChannelPageProps) {
  const { slug, context, channel } = await channelOfPage(params);
  const offer = listConnectorOffers(context).find(({ name }) => name === channel.connector);
  return (
    <>
      <ChannelHeader slug={slug} channel={channel} />
      {/* The line below the tabs is line enough. */}
      <div className="[&>form:first-child>section]:border-t-0 [&>form:first-child>section]:pt-0">
        <StateBanner slug={slug} channel={channel} />
        <GeneralSection slug={slug} channel={channel} teams={await listTeams(context)} />
        {offer ? <AccessSection slug={slug} channel={channel} offer={offer} /> : null}
        {offer?.hasWebhook ? <WebhookSection slug={slug} channel={channel} offer={offer} /> : null}
        <RunningSection slug={slug} channel={channel} />
      </div>
    </>
  );
}
