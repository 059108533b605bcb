import { listRoutingRules } from '@/modules/channels/queries/routing-rules';
import { listTeams } from '@/modules/workspaces/queries';
import { sectionTitle } from '../../../section-title';
import { ChannelHeader } from '../channel-header';
import { type ChannelPageProps, channelOfPage } from '../channel-of-page';
import { RuleList } from './rule-list';

export const generateMetadata = () => sectionTitle('channels');

/** Who gets what arrives on a channel: rules tried in order, the first that holds decides. */
export default async function RoutingPage({ params }: ChannelPageProps) {
  const { slug, context, channel } = await channelOfPage(params);
  const rules = await listRoutingRules(context, { channelId: channel.id });
  return (
    <>
      <ChannelHeader slug={slug} channel={channel} />
      <RuleList slug={slug} channel={channel} rules={rules} teams={await listTeams(context)} />
    </>
  );
}
