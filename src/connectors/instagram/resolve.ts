import type { Connector, Refusal } from '../contract';
import { isRecord, readJson } from '../contract/read-json';
import type { createAccess, InstagramAccess } from './access';
import { instagramSettings } from './manifest';
import { deliveriesIn } from './parse';

/** More ids in one delivery than this are left as they came. */
const MAX_LOOKUPS = 50;
const MEDIA = 'id,caption,media_type,media_url,permalink,timestamp,username';
const COMMENT = `id,text,timestamp,username,media{id,permalink}`;

type Json = Record<string, unknown>;
type Looked = { outcome: 'found'; value: unknown } | Refusal;

/** Changes in both shapes, as they stand in the parsed delivery: what is found is written into them. */
function changesIn(deliveries: readonly Json[], accountId: string): Json[] {
  const entries = deliveries.flatMap(({ entry }) => (Array.isArray(entry) ? entry : []));
  return entries
    .filter((entry): entry is Json => isRecord(entry) && String(entry.id) === accountId)
    .flatMap((entry) => [entry, ...(Array.isArray(entry.changes) ? entry.changes : [])])
    .filter((change): change is Json => isRecord(change) && isRecord(change.value));
}

function needsLookup({ field, value }: Json): boolean {
  const { resolved, media } = value as Json;
  if (field === 'mentions') return resolved === undefined;
  return (field === 'comments' || field === 'live_comments') && media === undefined;
}

/** Mentions come as ids; comments of old subscriptions without their post. Both are looked up. */
export function createInstagramResolve(
  accessOf: ReturnType<typeof createAccess>,
): NonNullable<Connector['resolveInbound']> {
  return async (body, channel, outbound, now) => {
    const settings = instagramSettings.safeParse(channel.settings);
    const deliveries = deliveriesIn(readJson(body));
    if (!settings.success || deliveries === null) return { outcome: 'resolved', body };
    const { accountId } = settings.data;
    const open = changesIn(deliveries, accountId).filter(needsLookup).slice(0, MAX_LOOKUPS);
    const ways = accessOf(channel, outbound, now);
    if (open.length === 0 || ways.length === 0) return { outcome: 'resolved', body };
    for (const change of open) {
      const refusal = await lookUp(change, ways, accountId);
      if (refusal) return refusal;
    }
    const json = deliveries.length === 1 ? deliveries[0] : deliveries;
    return { outcome: 'resolved', body: Buffer.from(JSON.stringify(json)) };
  };
}

/** @returns a refusal that passes; what is not shown to us for good is marked as such and stops nothing */
async function lookUp(
  change: Json,
  ways: readonly InstagramAccess[],
  accountId: string,
): Promise<Refusal | null> {
  const value = change.value as Json;
  const isMention = change.field === 'mentions';
  const looked = isMention ? await lookUpMention(value, ways, accountId) : await lookUpComment(value, ways);
  if (looked.outcome === 'retry') return looked;
  // Access that was revoked says nothing about the mention: it is looked up again once reconnected.
  if (looked.outcome === 'failed' && looked.needsReconnect) return looked;
  const found = looked.outcome === 'found' ? looked.value : null;
  change.value = isMention ? { ...value, resolved: found } : { ...value, ...(isRecord(found) ? found : {}) };
  return null;
}

async function lookUpMention(
  value: Json,
  ways: readonly InstagramAccess[],
  accountId: string,
): Promise<Looked> {
  const page = ways.find(({ via }) => via === 'page');
  if (!page) return { outcome: 'failed', reason: 'permission_missing' };
  const { comment_id: commentId, media_id: mediaId } = value;
  const [edge, kind, id, fields] =
    commentId == null
      ? (['mentioned_media', 'media', mediaId, MEDIA] as const)
      : (['mentioned_comment', 'comment', commentId, COMMENT] as const);
  if (!/^\d{1,32}$/.test(String(id))) return { outcome: 'failed', reason: 'network_refused' };
  const query = { fields: `${edge}.${kind}_id(${id}){${fields}}` };
  const answer = await page.call({ method: 'GET', path: accountId, edge: 'read', query });
  if (answer.outcome !== 'answered') return answer;
  const found = isRecord(answer.json) ? answer.json[edge] : undefined;
  return { outcome: 'found', value: isRecord(found) ? { [kind]: found } : null };
}

async function lookUpComment(value: Json, [way]: readonly InstagramAccess[]): Promise<Looked> {
  const id = String(value.id);
  if (!way || !/^\d{1,32}$/.test(id)) return { outcome: 'failed', reason: 'network_refused' };
  const query = { fields: `${COMMENT},from,parent_id` };
  const answer = await way.call({ method: 'GET', path: id, edge: 'read', query });
  return answer.outcome === 'answered' ? { outcome: 'found', value: answer.json } : answer;
}
