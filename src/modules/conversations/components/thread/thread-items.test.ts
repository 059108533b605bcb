import { describe, expect, it } from 'vitest';
import type { ChangeView, MessageView } from '../../contract';
import { threadItems } from './thread-items';

function aMessage(id: string, sentAt: string, more: Partial<MessageView> = {}): MessageView {
  return {
    id,
    conversationId: 'c',
    kind: 'comment',
    direction: 'inbound',
    visibility: 'public',
    text: id,
    language: null,
    sentiment: null,
    rating: null,
    author: { type: 'contact', id: 'jonas', name: 'Jonas', avatarUrl: null },
    sentAt,
    quotedText: null,
    editedAt: null,
    deletedAt: null,
    replyToId: null,
    attachments: [],
    send: null,
    mentions: [],
    ...more,
  };
}

const aChange = (id: string, createdAt: string): ChangeView => ({
  id,
  type: 'assigned',
  member: null,
  data: {},
  createdAt,
});

const marta = { author: { type: 'contact' as const, id: 'marta', name: 'Marta', avatarUrl: null } };
const base = { changes: [], isNested: true, timeZone: 'Europe/Berlin', readUntil: null };
const shape = (items: ReturnType<typeof threadItems>) =>
  items.map((item) => (item.type === 'message' ? `${item.key}:${item.depth}` : item.type));

describe('threadItems', () => {
  it('indents answers, names whom a distant one answers', () => {
    const items = threadItems({
      ...base,
      messages: [
        aMessage('a', '2026-11-22T08:12:00Z'),
        aMessage('b', '2026-11-22T08:31:00Z', { replyToId: 'a', ...marta }),
        aMessage('c', '2026-11-22T08:40:00Z', { replyToId: 'a' }),
        aMessage('d', '2026-11-22T08:41:00Z', { replyToId: 'b' }),
      ],
    });
    expect(shape(items)).toEqual(['day', 'a:0', 'b:1', 'c:1', 'd:2']);
    expect(items.map((item) => (item.type === 'message' ? item.answers?.id : undefined))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'b',
    ]);
  });

  it('counts days on the workspace’s calendar and puts changes between', () => {
    const items = threadItems({
      ...base,
      messages: [aMessage('a', '2026-11-21T22:30:00Z'), aMessage('b', '2026-11-21T23:30:00Z', marta)],
      changes: [aChange('x', '2026-11-21T22:40:00Z'), aChange('before', '2026-11-20T00:00:00Z')],
    });
    expect(shape(items)).toEqual(['day', 'a:0', 'change', 'day', 'b:0']);
  });

  it('marks where the unread begins, once, and never at our own words', () => {
    const items = threadItems({
      ...base,
      readUntil: '2026-11-22T08:15:00Z',
      messages: [
        aMessage('a', '2026-11-22T08:12:00Z'),
        aMessage('b', '2026-11-22T08:20:00Z', { direction: 'outbound', author: { type: 'brand' } }),
        aMessage('c', '2026-11-22T08:31:00Z'),
        aMessage('d', '2026-11-22T08:32:00Z'),
      ],
    });
    expect(shape(items)).toEqual(['day', 'a:0', 'b:0', 'unread', 'c:0', 'd:0']);
    expect(items.at(-1)).toMatchObject({ isContinued: true });
  });
});
