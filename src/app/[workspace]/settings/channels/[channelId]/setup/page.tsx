import { getChannelDetail, listConnectorOffers } from '@/modules/channels/queries';
import { listTeams } from '@/modules/workspaces/queries';
import { sectionTitle } from '../../../section-title';
import { AccessSection } from '../access-section';
import { ChannelHeader } from '../channel-header';
import { type ChannelPageProps, channelOfPage } from '../channel-of-page';
import { ExpectationsSection } from '../expectations-section';
import { GeneralSection } from '../general-section';
import { HandOverSection } from '../hand-over-section';
import { WebhookSection } from '../webhook-section';

export const generateMetadata = () => sectionTitle('channels');

/** Name, team, expectations, access and address of a channel. */
export default async function ChannelSetupPage({ params }: ChannelPageProps) {
  const { slug, context, channel } = await channelOfPage(params);
  const offer = listConnectorOffers(context).find(({ name }) => name === channel.connector);
  const [teams, detail] = await Promise.all([listTeams(context), getChannelDetail(context, channel.id)]);
  return (
    <>
      <ChannelHeader slug={slug} channel={channel} />
      {/* The line below the tabs is line enough. */}
      <div className="[&>form:first-child>section]:border-t-0 [&>form:first-child>section]:pt-0">
        <GeneralSection slug={slug} channel={channel} />
        <ExpectationsSection slug={slug} channel={channel} />
        {teams.length > 0 ? <HandOverSection slug={slug} channel={detail} teams={teams} /> : null}
        {offer ? <AccessSection slug={slug} channel={channel} offer={offer} /> : null}
        {offer?.hasWebhook ? <WebhookSection slug={slug} channel={channel} offer={offer} /> : null}
      </div>
    </>
  );
}
