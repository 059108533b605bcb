import { personKey } from '../people';
import type { DemoConversation, DemoMessage } from '../shape';
import { messageId } from '../thread';
import { type Drawn, type DrawnLine, drawnLines } from './lines';

const MINUTE = 60_000;

function messageOf(drawn: Drawn, line: DrawnLine, n: number, now: number): DemoMessage {
  const note = line.note === true;
  const byMember = typeof line.by === 'string';
  return {
    externalId: messageId(drawn.channel, `drawn-${drawn.key}`, n + 1),
    ...(typeof line.by === 'string' ? { memberKey: line.by } : { authorKey: personKey(line.by) }),
    direction: byMember ? 'outbound' : 'inbound',
    kind: note
      ? 'note'
      : n === 0 || line.stars
        ? drawn.kind
        : drawn.kind === 'direct' || drawn.kind === 'email'
          ? drawn.kind
          : 'comment',
    visibility: note ? 'internal' : drawn.visibility,
    text: line.text,
    language: line.language ?? drawn.language,
    sentAt: new Date(now - line.ago * MINUTE),
    ...(line.to === undefined
      ? {}
      : { replyToExternalId: messageId(drawn.channel, `drawn-${drawn.key}`, line.to + 1) }),
    ...(line.stars ? { rating: line.stars } : {}),
    ...(line.mentions ? { mentionedMemberKeys: line.mentions } : {}),
    attachments: line.files ?? [],
  };
}

/** The conversations of the drawings, word for word, as Mira finds them in her inbox at `now`. */
export function drawnConversations(now: number): DemoConversation[] {
  return drawnLines.map((drawn) => {
    const messages = drawn.lines.map((line, n) => messageOf(drawn, line, n, now));
    return {
      key: `drawn-${drawn.key}`,
      channelKey: drawn.channel,
      externalId: `drawn-${drawn.key}`,
      subject: drawn.subject,
      ...(drawn.url ? { url: drawn.url } : {}),
      kind: drawn.kind,
      visibility: drawn.visibility,
      status: drawn.status ?? 'open',
      priority: drawn.priority,
      assigneeKey: drawn.assignee ?? 'mira',
      ...(drawn.team ? { teamKey: drawn.team } : {}),
      tagNames: drawn.tags,
      startedAt: messages[0]?.sentAt ?? new Date(now),
      language: drawn.language,
      messages,
    };
  });
}
