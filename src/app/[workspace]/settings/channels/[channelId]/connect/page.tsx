import { listConnectorOffers } from '@/modules/channels/queries';
import { getConnectProgress } from '@/modules/channels/queries/connect-progress';
import { listTeams } from '@/modules/workspaces/queries';
import { sectionTitle } from '../../../section-title';
import { BackLink } from '../../back-link';
import { type ChannelPageProps, channelOfPage, oneOf } from '../channel-of-page';
import { ConnectWay } from './connect-way';
import { FirstMessages } from './first-messages';

export const generateMetadata = () => sectionTitle('channels');

/** The guided way to a connected channel, and to one that is connected again; taken up where it was left. */
export default async function ConnectPage({ params, searchParams }: ChannelPageProps) {
  const { slug, context, channel } = await channelOfPage(params);
  const query = await searchParams;
  const offer = listConnectorOffers(context).find(({ name }) => name === channel.connector);
  if (!offer) return <BackLink slug={slug} />;
  return (
    <>
      <BackLink slug={slug} />
      {oneOf(query.first) && channel.state !== 'connecting' ? (
        <FirstMessages slug={slug} channel={channel} offer={offer} />
      ) : (
        <ConnectWay
          slug={slug}
          offer={offer}
          initial={await getConnectProgress(context, channel.id)}
          teams={await listTeams(context)}
          answer={{
            error: oneOf(query.error) ?? null,
            isConnected: oneOf(query.connected) !== undefined,
            otherId: oneOf(query.other) ?? null,
          }}
        />
      )}
    </>
  );
}
