import type { ChangeView, MessageView } from '../../contract';

export type ThreadItem =
  | { type: 'day'; key: string; at: string }
  | { type: 'unread'; key: string }
  | { type: 'change'; key: string; change: ChangeView }
  | {
      type: 'message';
      key: string;
      message: MessageView;
      /** 0 stands alone, 1 answers, 2 answers an answer; deeper ones stay at 2. */
      depth: 0 | 1 | 2;
      /** Whom it answers, where that is not the message right above or the one the thread began with. */
      answers: MessageView | null;
      /** Follows one of the same person within minutes: face and name need not stand again. */
      isContinued: boolean;
    };

export interface ThreadInput {
  messages: readonly MessageView[];
  changes: readonly ChangeView[];
  /** Whether the network nests answers: public threads do, chats do not. */
  isNested: boolean;
  /** IANA name: days are those of the workspace. */
  timeZone: string;
  /** Read up to here when the conversation was opened; null where all is read. */
  readUntil: string | null;
}

const CONTINUED_MS = 5 * 60_000;

/** The thread as it is read: by time, a line where a day begins, one where the unread begins, answers indented. */
export function threadItems(input: ThreadInput): ThreadItem[] {
  const { messages, changes, isNested, timeZone, readUntil } = input;
  const byId = new Map(messages.map((message) => [message.id, message]));
  const first = messages.find((message) => message.direction === 'inbound');
  const dayOf = dayReader(timeZone);
  const items: ThreadItem[] = [];
  let day = '';
  let isUnreadMarked = readUntil === null;
  let above: MessageView | null = null;
  for (const one of merged(messages, changes)) {
    const at = 'text' in one ? one.sentAt : one.createdAt;
    if (dayOf(at) !== day) {
      day = dayOf(at);
      items.push({ type: 'day', key: `day-${day}`, at });
      above = null;
    }
    if (!('text' in one)) {
      items.push({ type: 'change', key: one.id, change: one });
      above = null;
      continue;
    }
    if (!isUnreadMarked && readUntil !== null && one.direction === 'inbound' && at > readUntil) {
      isUnreadMarked = true;
      items.push({ type: 'unread', key: 'unread' });
      above = null;
    }
    const parent = one.replyToId ? byId.get(one.replyToId) : undefined;
    items.push({
      type: 'message',
      key: one.id,
      message: one,
      depth: isNested ? depthOf(one, byId) : 0,
      answers: parent && parent !== above && parent !== first ? parent : null,
      isContinued: above !== null && isContinued(above, one),
    });
    above = one;
  }
  return items;
}

function merged(
  messages: readonly MessageView[],
  changes: readonly ChangeView[],
): (MessageView | ChangeView)[] {
  const since = messages[0]?.sentAt ?? '';
  const timeOf = (one: MessageView | ChangeView) => ('text' in one ? one.sentAt : one.createdAt);
  // Changes older than the oldest loaded message belong to a page not loaded yet.
  return [
    ...messages,
    ...changes.filter((change) => messages.length === 0 || change.createdAt >= since),
  ].sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0));
}

function depthOf(message: MessageView, byId: ReadonlyMap<string, MessageView>): 0 | 1 | 2 {
  const parent = message.replyToId ? byId.get(message.replyToId) : undefined;
  if (message.kind === 'note') return 0;
  if (!parent) return message.replyToId ? 1 : 0;
  return parent.replyToId ? 2 : 1;
}

function isContinued(above: MessageView, one: MessageView): boolean {
  if (above.kind === 'note' || one.kind === 'note' || above.replyToId !== one.replyToId) return false;
  if (above.direction !== one.direction || above.visibility !== one.visibility) return false;
  if (Date.parse(one.sentAt) - Date.parse(above.sentAt) > CONTINUED_MS) return false;
  return authorKey(above) === authorKey(one) && one.author.type !== 'unknown';
}

export function authorKey({ author }: Pick<MessageView, 'author'>): string {
  return 'id' in author ? author.id : author.type;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dayReader(timeZone: string): (at: string) => string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  formats.set(timeZone, format);
  return (at) => format.format(new Date(at));
}
