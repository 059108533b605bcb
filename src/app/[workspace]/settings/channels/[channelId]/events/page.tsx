import { parseInput } from '@/entry/parse-input';
import { listRawEventsInput } from '@/modules/channels/contract';
import { listRawEvents } from '@/modules/channels/queries';
import { sectionTitle } from '../../../section-title';
import { ChannelHeader } from '../channel-header';
import { type ChannelPageProps, channelOfPage, oneOf } from '../channel-of-page';
import { EventFilter } from './event-filter';
import { EventList } from './event-list';
import { stateOf } from './event-states';
import { ParkedBanner } from './parked-banner';

export const generateMetadata = () => sectionTitle('channels');

export default async function EventsPage({ params, searchParams }: ChannelPageProps) {
  const { slug, context, channel } = await channelOfPage(params);
  const query = await searchParams;
  const state = stateOf(oneOf(query.state));
  const cursor = oneOf(query.cursor);
  const page = await listRawEvents(
    context,
    parseInput(listRawEventsInput, {
      channelId: channel.id,
      ...(state && { state }),
      ...(cursor && { cursor }),
    }),
  );
  return (
    <>
      <ChannelHeader slug={slug} channel={channel} />
      <ParkedBanner slug={slug} channel={channel} />
      <EventFilter slug={slug} channel={channel} state={state} />
      <EventList slug={slug} channelId={channel.id} page={page} state={state} isFirst={!cursor} />
    </>
  );
}
