import type { Connector, InboundEvent, InboundWriting, ParsedInbound } from '@/connectors/contract';
import { newId } from '@/kernel/ids';
import { keyOfPolledFile } from '@/modules/channels/queries/polled-files';
import { resolveAuthors } from '@/modules/identities/use-cases/resolve-authors';
import { openingTimesOf } from '@/modules/workspaces/queries';
import { defineSystemUseCase, type UseCaseContext } from '@/platform/context/use-case';
import { empty, sql } from '@/platform/db/sql';
import { deadlinesOf, type Promises } from '../domain/attention';
import { applyEvent } from '../domain/inbound/apply-event';
import { type Effects, emptyEffects, type Ledger } from '../domain/inbound/ledger';
import { conversationChanged, messageChanged, messageCreated, messagesArrived } from '../events';
import { languageTeller } from '../store/language-teller';
import { loadLedger } from '../store/load-ledger';
import { cellOf, saveEffects } from '../store/save-effects';
import { saveReach, saveReceipts } from '../store/save-receipts';
import { historyRows } from '../store/save-triage';
import { routeConversations } from './route-conversations';

/** Raw events looked at in one transaction, and messages applied in it: both bound how long it holds its locks. */
export const BATCH_EVENTS = 100;
const BATCH_MESSAGES = 1000;
/** Messages one event names. */
const MOST_TOLD = 200;

export interface ApplyInboundInput {
  channelId: string;
  /** Only this one, after its batch failed: to find the poisonous one. */
  rawEventId?: string;
}

export interface ApplyInboundOutput {
  /** Raw events ended by this batch; the rest waits for the next. */
  ended: number;
  isMore: boolean;
}

interface PendingEvent {
  id: string;
  body: Buffer;
  headers: Record<string, string>;
  receivedAt: Date;
  isResolved: boolean;
}

interface ChannelRow {
  connector: string;
  network: string;
  settings: Record<string, unknown>;
  teamId: string | null;
  expectationMinutes: number;
  expectations: Promises;
}

interface Outcome {
  id: string;
  state: 'applied' | 'ignored' | 'parked';
  reason: string | null;
  detail: unknown;
}

type Context = UseCaseContext<null>;

/**
 * Applies the oldest pending raw events of a channel, in the order they came, in one transaction with all their
 * effects: run twice or killed at any moment, nothing is lost and nothing doubled. One batch a channel at a time.
 */
export const applyInbound = defineSystemUseCase({
  name: 'conversations.apply-inbound',
  run: async (context: Context, input: ApplyInboundInput): Promise<ApplyInboundOutput> => {
    const { db } = context;
    await db.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`drain:${input.channelId}`}, 0))`);
    const channel = await findActiveChannel(context, input.channelId);
    const connector = channel && context.offers.connectors.get(channel.connector);
    if (!channel || !connector) return { ended: 0, isMore: false };
    const pending = await findPending(context, input);
    const { events, outcomes } = parseAll(connector, input.channelId, channel, readable(connector, pending));
    if (events.length > 0) await applyEvents(context, input.channelId, channel, connector, events);
    await endRawEvents(context, input.channelId, outcomes);
    return {
      ended: outcomes.length,
      isMore: pending.length === BATCH_EVENTS || outcomes.length < pending.length,
    };
  },
});

async function findActiveChannel({ db }: Context, channelId: string): Promise<ChannelRow | undefined> {
  const [channel] = await db.query<ChannelRow>(sql`
    SELECT connector, network, settings, team_id AS "teamId", expectation_minutes AS "expectationMinutes", expectations FROM channels
    WHERE workspace_id = ${db.workspaceId} AND id = ${channelId}::uuid AND removed_at IS NULL AND state NOT IN ('paused', 'connecting')`);
  return channel;
}

/** Plan: partial index raw_events_pending (workspace_id, channel_id, position). */
function findPending({ db }: Context, { channelId, rawEventId }: ApplyInboundInput): Promise<PendingEvent[]> {
  return db.query<PendingEvent>(sql`
    SELECT id, coalesce(resolved_body, body) AS body, headers, received_at AS "receivedAt", resolved_at IS NOT NULL AS "isResolved"
    FROM raw_events
    WHERE workspace_id = ${db.workspaceId} AND channel_id = ${channelId}::uuid AND state = 'pending'
      ${rawEventId ? sql`AND id = ${rawEventId}::uuid` : empty}
    ORDER BY position LIMIT ${BATCH_EVENTS}`);
}

/** Where deliveries carry ids only, those up to the first whose meaning is not fetched yet: none overtakes it. */
function readable(connector: Connector, pending: readonly PendingEvent[]): readonly PendingEvent[] {
  const first = connector.resolveInbound ? pending.findIndex(({ isResolved }) => !isResolved) : -1;
  return first < 0 ? pending : pending.slice(0, first);
}

function parseAll(
  connector: Connector,
  channelId: string,
  channel: ChannelRow,
  pending: readonly PendingEvent[],
) {
  const events: InboundEvent[] = [];
  const outcomes: Outcome[] = [];
  for (const { id, body, headers, receivedAt } of pending) {
    if (events.length >= BATCH_MESSAGES) break;
    const access = { id: channelId, settings: channel.settings };
    const parsed = connector.parseInbound(body, access, receivedAt, headers);
    if (parsed.outcome === 'messages') events.push(...parsed.events);
    outcomes.push({ id, ...outcomeOf(parsed) });
  }
  return { events, outcomes };
}

function outcomeOf(parsed: ParsedInbound): Omit<Outcome, 'id'> {
  switch (parsed.outcome) {
    case 'messages':
      return {
        state: 'applied',
        reason: null,
        detail: parsed.skipped?.length ? { skipped: parsed.skipped } : null,
      };
    case 'ignored':
      return { state: 'ignored', reason: parsed.reason, detail: null };
    case 'refused':
      return { state: 'parked', reason: parsed.reason, detail: { fields: parsed.fields ?? [] } };
  }
}

async function applyEvents(
  context: Context,
  channelId: string,
  channel: ChannelRow,
  connector: Connector,
  events: readonly InboundEvent[],
): Promise<void> {
  const { db } = context;
  const writings = events.filter(isWriting);
  const authors = writings.flatMap(
    (event) => (event.type !== 'deleted' && !event.isOwn && event.author) || [],
  );
  const realm = connector.manifest.identityRealm === 'channel' ? channelId : '';
  const contacts = await resolveAuthors(db, { network: channel.network, realm }, authors);
  const ledger = await loadLedger(db, channelId, writings);
  const cellsBefore = new Map(
    [...ledger.conversations.values()].map((conversation) => [
      conversation.id,
      cellOf(conversation, channelId),
    ]),
  );
  const effects = emptyEffects();
  const tools = {
    newId,
    teamId: channel.teamId,
    storageKeyOf: (fileKey: string) => keyOfPolledFile(db.workspaceId, channelId, fileKey),
    contactOf: (author: string) => contacts.get(author) ?? null,
    languageOf: await languageTeller(db, new Set(contacts.values())),
  };
  for (const event of writings) applyEvent(ledger, effects, event, tools);
  const history = await routeConversations(db, channelId, effects);
  await setAttention(context, channel, effects);
  await saveEffects(db, effects, { channelId, network: channel.network, cellsBefore });
  await db.pipeline(...historyRows(db.workspaceId, history, null));
  emitEffects(context, effects, ledger);
  // After the messages: a network may tell of a message and of its reading in one delivery.
  const received = await saveReceipts(db, channelId, events);
  for (const message of received) context.emit(messageChanged(message));
  await saveReach(db, channelId, events);
}

function isWriting(event: InboundEvent): event is InboundWriting {
  return event.type !== 'receipt' && event.type !== 'reach';
}

/** When an answer is expected, in the workspace's business time, for every conversation that waits. */
async function setAttention(context: Context, channel: ChannelRow, effects: Effects): Promise<void> {
  const touched = [...effects.newConversations, ...effects.changedConversations];
  const waiting = touched.filter(({ waitingSince }) => waitingSince);
  for (const conversation of touched)
    if (!conversation.waitingSince) conversation.dueAt = conversation.attentionAt = null;
  if (waiting.length === 0) return;
  const [times, weights] = await Promise.all([openingTimesOf(context), personWeights(context, waiting)]);
  for (const conversation of waiting) {
    const { waitingSince, visibility, contactId, language } = conversation;
    if (!waitingSince) continue;
    const { expectationMinutes, expectations } = channel;
    const isPublic = visibility === 'public';
    const personWeight = weights.get(contactId ?? '') ?? 0;
    Object.assign(
      conversation,
      deadlinesOf(
        { waitingSince, expectationMinutes, expectations, language, isPublic, personWeight },
        times,
      ),
    );
  }
}

/** Plan: primary key of contacts; only those beyond the ordinary come back. */
async function personWeights({ db }: Context, waiting: readonly { contactId: string | null }[]) {
  const ids = waiting.flatMap(({ contactId }) => contactId ?? []);
  const rows = await db.query<{ id: string; weight: number }>(sql`
    SELECT id, attention_weight AS weight FROM contacts
    WHERE workspace_id = ${db.workspaceId} AND id = ANY (${ids}::uuid[]) AND attention_weight > 0`);
  return new Map(rows.map(({ id, weight }) => [id, weight]));
}

/** Plan: primary key of raw_events. */
async function endRawEvents({ db }: Context, channelId: string, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await db.pipeline(
    sql`UPDATE raw_events e SET state = r.state, reason = r.reason, detail = r.detail, attempts = e.attempts + 1, processed_at = now()
      FROM jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) AS r(id uuid, state text, reason text, detail jsonb)
      WHERE e.workspace_id = ${db.workspaceId} AND e.id = r.id`,
    sql`UPDATE channels SET last_event_at = now() WHERE workspace_id = ${db.workspaceId} AND id = ${channelId}::uuid`,
  );
}

function emitEffects(context: Context, effects: Effects, ledger: Ledger): void {
  const byId = new Map(
    [...ledger.conversations.values()].map((conversation) => [conversation.id, conversation]),
  );
  for (const { conversationId, id } of effects.newMessages) {
    context.emit(
      messageCreated({
        conversationId,
        messageId: id,
        assigneeId: byId.get(conversationId)?.assigneeId ?? null,
      }),
    );
  }
  for (const { conversationId, id } of effects.changedMessages) {
    context.emit(messageChanged({ conversationId, messageId: id }));
  }
  const arrived = [...effects.newMessages].map(({ id }) => id);
  for (let at = 0; at < arrived.length; at += MOST_TOLD) {
    context.emit(messagesArrived(arrived.slice(at, at + MOST_TOLD)));
  }
  const told = new Set([...effects.newMessages].map(({ conversationId }) => conversationId));
  for (const { id } of effects.changedConversations) if (!told.has(id)) context.emit(conversationChanged(id));
}
