import { parseInput } from '@/entry/parse-input';
import { listRawEventsInput } from '@/modules/channels/contract';
import { listRawEvents } from '@/modules/channels/queries';
import { sectionTitle } from '../../../section-title';
import { ChannelHeader } from '../channel-header';
import { type ChannelPageProps, channelOfPage, oneOf } from '../channel-of-page';
import { EventFilter } from './event-filter';
import { EventList } from './event-list';
import { EventSearch } from './event-search';
import { searchedIn, stateOf } from './event-states';
import { ParkedBanner } from './parked-banner';

export const generateMetadata = () => sectionTitle('channels');

export default async function EventsPage({ params, searchParams }: ChannelPageProps) {
  const { slug, context, channel } = await channelOfPage(params);
  const query = await searchParams;
  const state = stateOf(oneOf(query.state));
  const cursor = oneOf(query.cursor);
  const q = searchedIn(oneOf(query.q));
  const asked = {
    channelId: channel.id,
    ...(state && { state }),
    ...(q && { q }),
    ...(cursor && { cursor }),
  };
  const page = await listRawEvents(context, parseInput(listRawEventsInput, asked));
  return (
    <>
      <ChannelHeader slug={slug} channel={channel} />
      <ParkedBanner slug={slug} channel={channel} />
      <div className="flex flex-wrap items-center gap-3">
        <EventSearch key={q ?? ''} slug={slug} channelId={channel.id} state={state} q={q} />
        <EventFilter slug={slug} channel={channel} state={state} q={q} />
      </div>
      <EventList slug={slug} channelId={channel.id} page={page} state={state} q={q} isFirst={!cursor} />
    </>
  );
}
