import { createHash } from 'node:crypto';
import type { ImapFlow } from 'imapflow';
import { z } from 'zod';
import type { Connector } from '../contract';
import type { PolledEvent, PollOutcome } from '../contract/asking';
import { toStorable } from '../contract/read-json';
import { findSentFolder, withImap } from './imap';
import { MAX_MAIL_BYTES } from './manifest';
import { type MailOrigin, readMail } from './read-mail';

const DAY_MS = 24 * 60 * 60 * 1000;
/** One answer holds its files in memory. */
const MAX_PAGE_BYTES = 32_000_000;

const folderState = z.object({
  uidValidity: z.string().max(40),
  lastUid: z.number().int().min(0),
  /** Set while everything since then is gone through. */
  since: z.iso.datetime().optional(),
});
const cursorShape = z.object({
  folders: z.record(z.string().max(1000), folderState),
  /** When all folders were last known up to their end. */
  caughtUpAt: z.iso.datetime(),
  /** Of a backfill: mails fetched so far. */
  done: z.number().int().min(0).optional(),
});
type Cursor = z.output<typeof cursorShape>;
type FolderState = z.output<typeof folderState>;

interface Page {
  events: PolledEvent[];
  bytes: number;
  /** Mails known to wait behind this page. */
  left: number;
}
interface Folder {
  path: string;
  isSent: boolean;
}

/**
 * What came into the folder and the Sent folder since the cursor, by UID. Where a server numbers its mails anew
 * (uidValidity), the last days are fetched again: each mail is known by its Message-ID, so none is doubled.
 */
export const pollMailbox: NonNullable<Connector['poll']> = (request, channel, outbound, now) =>
  withImap(channel, outbound, async ({ client, settings }): Promise<PollOutcome> => {
    const known = cursorShape.safeParse(request.cursor).data;
    const sent = await findSentFolder(client);
    const inbox = settings.folder ?? 'INBOX';
    const folders: Folder[] = [{ path: inbox, isSent: false }];
    if (sent !== undefined && sent !== inbox) folders.push({ path: sent, isSent: true });
    const page: Page = { events: [], bytes: 0, left: 0 };
    const next: Cursor = { folders: {}, caughtUpAt: known?.caughtUpAt ?? now.toISOString() };
    for (const folder of folders) {
      const before = known?.folders[folder.path];
      const start = { before, since: request.since, caughtUpAt: known?.caughtUpAt };
      next.folders[folder.path] = await pollFolder(client, folder, start, page, request.limit, now);
    }
    const hasMore = page.left > 0;
    if (!hasMore) next.caughtUpAt = now.toISOString();
    const base = { outcome: 'polled', events: page.events, hasMore } as const;
    if (!request.since) return { ...base, cursor: next };
    const done = (known?.done ?? 0) + page.events.length;
    const progress = hasMore ? done / (done + page.left) : 1;
    return { ...base, cursor: { ...next, done }, progress };
  });

interface Start {
  before: FolderState | undefined;
  since: Date | undefined;
  caughtUpAt: string | undefined;
}

async function pollFolder(
  client: ImapFlow,
  folder: Folder,
  start: Start,
  page: Page,
  limit: number,
  now: Date,
): Promise<FolderState> {
  const mailbox = await client.mailboxOpen(folder.path, { readOnly: true });
  const uidValidity = String(mailbox.uidValidity);
  const end = Math.max(0, mailbox.uidNext - 1);
  const state = stateAt(start, uidValidity, end, now);
  if (state.lastUid >= end) return { uidValidity, lastUid: state.lastUid };
  const found = await client.search(
    { uid: `${state.lastUid + 1}:*`, ...(state.since && { since: new Date(state.since) }) },
    { uid: true },
  );
  // `n:*` always names the last mail, also where it is older than n.
  const waiting = (found || []).filter((uid) => uid > state.lastUid).sort((a, b) => a - b);
  const taken = await fetchMails(client, folder, waiting, page, limit, now);
  page.left += waiting.length - taken.length;
  if (taken.length < waiting.length) return { ...state, lastUid: taken.at(-1) ?? state.lastUid };
  return { uidValidity, lastUid: Math.max(end, waiting.at(-1) ?? 0) };
}

/** Where to go on: behind the last mail seen, at the beginning of a stretch, or (the first time) at the end. */
function stateAt(
  { before, since, caughtUpAt }: Start,
  uidValidity: string,
  end: number,
  now: Date,
): FolderState {
  if (before?.uidValidity === uidValidity) return before;
  if (since) return { uidValidity, lastUid: 0, since: since.toISOString() };
  if (before === undefined) return { uidValidity, lastUid: end };
  const overlap = new Date((caughtUpAt ? Date.parse(caughtUpAt) : now.getTime()) - 2 * DAY_MS);
  return { uidValidity, lastUid: 0, since: before.since ?? overlap.toISOString() };
}

/** @returns the UIDs gone through, mails that vanished meanwhile included */
async function fetchMails(
  client: ImapFlow,
  { isSent }: Folder,
  waiting: readonly number[],
  page: Page,
  limit: number,
  now: Date,
): Promise<number[]> {
  const wanted = waiting.slice(0, Math.max(0, limit - page.events.length));
  if (wanted.length === 0) return [];
  const sizes = new Map<number, number>();
  for await (const { uid, size = 0 } of client.fetch(wanted, { size: true }, { uid: true }))
    sizes.set(uid, Math.min(size, MAX_MAIL_BYTES));
  const taken: number[] = [];
  for (const uid of wanted) {
    page.bytes += sizes.get(uid) ?? 0;
    if (page.events.length + taken.length > 0 && page.bytes > MAX_PAGE_BYTES) break;
    taken.push(uid);
  }
  const query = { size: true, internalDate: true, source: { maxLength: MAX_MAIL_BYTES } };
  for await (const mail of client.fetch(taken, query, { uid: true })) {
    if (!mail.source) continue;
    const receivedAt = mail.internalDate ? new Date(mail.internalDate) : now;
    const isCut = (mail.size ?? 0) > MAX_MAIL_BYTES;
    page.events.push(
      await toEvent(mail.source, { uid: mail.uid, receivedAt, isInSentFolder: isSent, isCut }),
    );
  }
  return taken;
}

/**
 * A mail nobody can read is an event too: it is put aside with its reason, and those behind it go on. Named by id and
 * bytes: the copy a mailing list made is another than the one sent to us, the same mail under a new UID is not.
 */
async function toEvent(source: Uint8Array, origin: MailOrigin): Promise<PolledEvent> {
  const { messageId, body, files } = await recordOf(source, origin);
  const digest = createHash('sha256').update(source).digest('hex').slice(0, 32);
  return { externalId: `${messageId}@${digest}`, body: Buffer.from(JSON.stringify(body)), files };
}

/** What `parseInbound` takes, and the files beside it; never throws. */
export async function recordOf(source: Uint8Array, origin: MailOrigin) {
  try {
    const { record, files } = await readMail(source, origin);
    return { messageId: record.messageId, body: record, files };
  } catch (error) {
    const detail = toStorable(String(error).slice(0, 500));
    return { messageId: 'unreadable', body: { kind: 'unreadable' as const, detail }, files: [] };
  }
}
