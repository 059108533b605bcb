import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { InboundMessage } from '@/connectors/contract';
import { createTelegramConnector } from '@/connectors/telegram/connector';
import { inWords } from './in-words';

const folder = '../shared/payloads/telegram';
const connector = createTelegramConnector({ telegramBaseUrl: 'https://api.telegram.org' });
const parse = (body: Uint8Array | string) =>
  connector.parseInbound(Buffer.from(body), { id: 'c', settings: {} }, new Date('2026-11-22T12:00:00Z'));
const update = (kind: string, value: object) => JSON.stringify({ update_id: 5, [kind]: value });
const anna = { id: 7, first_name: 'Anna', last_name: 'Beck', username: 'annab' };
const group = { id: -1_001_234, type: 'supergroup', title: 'Wandern', username: 'wandern' };
const said = (part: object) => ({
  message_id: 9,
  date: 1_441_645_532,
  chat: { ...anna, type: 'private' },
  from: anna,
  ...part,
});
function only(body: Uint8Array | string): InboundMessage {
  const parsed = parse(body);
  const event = parsed.outcome === 'messages' ? parsed.events[0] : undefined;
  if (event === undefined || !('kind' in event)) throw new Error(JSON.stringify(parsed));
  return event;
}

/** Read by hand: `type kind who text`, or why it is left aside. */
const meanings: Record<string, string> = {
  'edited_message.json': 'updated direct Test Firstname Test Lastname "Edited text"',
  'message_audio.json': 'created direct Test Firstname Test Lastname ""',
  'message_entities.json': 'created direct Test Firstname Test Lastname "Bold and italics"',
  'message_forwarded.json': 'created direct Test Firstname Test Lastname "/start"',
  'message_reply.json': 'created direct Test Firstname Test Lastname "/start"',
  'message_text.json': 'created direct Test Firstname Test Lastname "/start"',
};

describe('every recorded body', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

  it('has a meaning, and every meaning its body', () => {
    expect(files.sort()).toEqual(Object.keys(meanings).sort());
  });

  it.each(files)('%s', (file) => {
    expect(inWords(parse(readFileSync(`${folder}/${file}`)))).toBe(meanings[file]);
  });
});

describe('private chats', () => {
  it('are one conversation per person; an edit has the time of the edit', () => {
    expect(only(readFileSync(`${folder}/edited_message.json`))).toMatchObject({
      externalId: '1111111:1365',
      conversation: { externalId: '1111111' },
      author: { externalId: '1111111', handle: '@Testusername', profileUrl: 'https://t.me/Testusername' },
      visibility: 'private',
      sentAt: new Date(1_441_645_532_000),
      versionAt: new Date(1_441_646_600_001),
    });
  });

  it('an answer names what it answers, a file its name and size', () => {
    expect(only(readFileSync(`${folder}/message_reply.json`)).replyToExternalId).toBe('1111112:1334');
    expect(only(readFileSync(`${folder}/message_audio.json`)).attachments).toEqual([
      { name: 'Test music file', contentType: 'audio/mpeg', size: 3_897_500 },
    ]);
  });
});

describe('groups and channels', () => {
  it('a group is public, one conversation, and a topic its own', () => {
    expect(only(update('message', said({ chat: group, text: 'Hallo' })))).toMatchObject({
      externalId: '-1001234:9',
      kind: 'comment',
      visibility: 'public',
      conversation: { externalId: '-1001234', subject: 'Wandern', url: 'https://t.me/wandern' },
    });
    const topic = { chat: group, text: 'x', is_topic_message: true, message_thread_id: 3 };
    expect(only(update('message', said({ ...topic, reply_to_message: { message_id: 3 } })))).toMatchObject({
      conversation: { externalId: '-1001234/3', url: 'https://t.me/wandern/3' },
    });
    const answer = only(update('message', said({ ...topic, reply_to_message: { message_id: 4 } })));
    expect(answer.replyToExternalId).toBe('-1001234:4');
  });

  it("a channel's posts are the brand's own", () => {
    const channel = { id: -5, type: 'channel', title: 'Nordlicht' };
    const post = { message_id: 1, date: 1, chat: channel, sender_chat: channel, text: 'Neu da' };
    expect(only(update('channel_post', post))).toMatchObject({
      kind: 'post',
      isOwn: true,
      author: { name: 'Nordlicht' },
    });
  });
});

describe('content', () => {
  it.each([
    [{ photo: [{ file_id: 's' }, { file_id: 'l', file_size: 9 }], caption: 'So' }, 'So', ['photo']],
    [{ sticker: { file_id: 's', emoji: '🏔' } }, '🏔', ['sticker']],
    [{ animation: { file_id: 'a', file_name: 'a.mp4' }, document: { file_id: 'a' } }, '', ['a.mp4']],
    [{ contact: { first_name: 'Ben', phone_number: '+49 1' } }, '👤 Ben +49 1', []],
    [{ location: { latitude: 49.2, longitude: 7 } }, '📍 49.2, 7', ['49.2, 7']],
    [{ poll: { question: 'Wann?', options: [{ text: 'Mai' }] } }, 'Wann?\n– Mai', []],
    [{ dice: { emoji: '🎲', value: 4 } }, '🎲 4', []],
  ])('%j', (part, text, names) => {
    const event = only(update('message', said(part)));
    expect(event.text).toBe(text);
    expect(event.attachments.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['message', said({ new_chat_members: [anna] }), 'system_event'],
    ['business_message', said({ text: 'x' }), 'business_account'],
    ['my_chat_member', {}, 'membership'],
    ['message_reaction', {}, 'reaction'],
    ['callback_query', {}, 'bot_interaction'],
    ['something_new', {}, 'unknown_event'],
  ])('%s: left aside as %s', (kind, value, reason) => {
    expect(parse(update(kind, value as object))).toEqual({ outcome: 'ignored', reason });
  });

  it('names the field that is missing', () => {
    expect(parse('{}')).toMatchObject({
      outcome: 'refused',
      fields: [{ path: 'update_id', reason: 'required' }],
    });
    const parsed = parse(update('message', { ...said({ text: 'x' }), date: undefined }));
    expect(parsed).toMatchObject({
      outcome: 'refused',
      fields: [{ path: 'message.date', reason: 'required' }],
    });
  });
});

it('the same update has the same name, pushed or asked for', () => {
  const body = Buffer.from(update('message', said({ text: 'x' })));
  const headers = { 'x-telegram-bot-api-secret-token': 's' };
  const channel = { id: 'c', settings: {}, secrets: { secretToken: ['s'] } };
  const request = { method: 'POST', headers, query: {}, body } as const;
  expect(connector.verifySignature(request, channel, new Date())).toEqual({ ok: true, externalId: '5' });
});
