import { invalidInput } from '@/kernel/errors';
import type { VisitorMessage, VisitorPage } from '@/kernel/visitor-chat';
import type { TenantContext } from '@/platform/context/context';
import { jsonResponse } from '../json-response';
import type { Door } from '../node-http';
import { gatherBatches, type StoreBatch } from '../raw-event-batch';
import { readBody } from '../read-body';
import type { Delivery } from '../webhook';
import { isOpenNow } from './session-door';
import { type FindRoute, visitorDoor } from './visit';

/** A message is 4,000 characters at most, its consent and its page with it. */
const MAX_POST_BYTES = 40_000;
/** A minute. */
const MOST_POSTS = 20;
const MOST_POSTS_OF_ADDRESS = 120;
const MOST_READS = 120;

interface VisitorRef {
  channelId: string;
  visitorId: string;
}

export type ListVisitorMessages = (
  context: TenantContext<null>,
  visitor: VisitorRef,
) => Promise<{ conversationId: string | null; messages: VisitorMessage[] }>;

/**
 * Takes one message of a visitor: stored once by the id their browser gave it, exactly as a webhook's delivery, and
 * applied by the same job. Refuses what was not consented to, by naming the field.
 */
export function visitorPostDoor(tools: { findRoute: FindRoute; storeBatch: StoreBatch<Delivery> }): Door {
  const store = gatherBatches(tools.storeBatch);
  return visitorDoor(tools.findRoute, async (visit, request) => {
    const visitorId = visit.visitorId();
    await visit.count('post', visitorId, MOST_POSTS);
    await visit.count('post-from', visit.address, MOST_POSTS_OF_ADDRESS);
    const post = await readBody(request, MAX_POST_BYTES);
    const delivery = visit.widget.toDelivery(post, visitorId, new Date());
    if (!delivery.ok) throw invalidInput(delivery.fields);
    const { externalId, body } = delivery;
    const isNew = await store(visit.workspaceId, {
      channelId: visit.channel.id,
      externalId,
      headers: { 'content-type': 'application/json' },
      body,
    });
    return jsonResponse({ status: isNew ? 'stored' : 'known' });
  });
}

/** The visitor's own conversation as it stands now; for whom the stream does not get through. */
export function visitorHistoryDoor(tools: { findRoute: FindRoute; listMessages: ListVisitorMessages }): Door {
  return visitorDoor(tools.findRoute, async (visit) => {
    const visitorId = visit.visitorId();
    await visit.count('read', visitorId, MOST_READS);
    const visitor = { channelId: visit.channel.id, visitorId };
    const { page } = await lookAt(await visit.context(), visitor, tools.listMessages);
    return jsonResponse(page);
  });
}

/** What the visitor sees, and the conversation it stands in once there is one. */
export async function lookAt(
  context: TenantContext<null>,
  visitor: VisitorRef,
  listMessages: ListVisitorMessages,
): Promise<{ conversationId: string | null; page: VisitorPage }> {
  const [{ conversationId, messages }, isOpen] = await Promise.all([
    listMessages(context, visitor),
    isOpenNow(context, context.now()),
  ]);
  return { conversationId, page: { messages, isOpen } };
}
