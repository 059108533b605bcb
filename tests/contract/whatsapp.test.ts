import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { InboundMessage } from '@/connectors/contract';
import { createWhatsappConnector } from '@/connectors/whatsapp/connector';
import { inWords } from './in-words';

const folder = '../shared/payloads/whatsapp';
const receivedAt = new Date('2026-11-22T12:00:00Z');
const connector = createWhatsappConnector({ graphBaseUrl: 'https://graph.facebook.com' });
const parse = (body: Uint8Array | string, settings: Record<string, unknown> = {}) =>
  connector.parseInbound(Buffer.from(body), { id: 'c', settings }, receivedAt);
const recorded = (file: string) => parse(readFileSync(`${folder}/${file}`));
function only(body: Uint8Array | string): InboundMessage {
  const parsed = parse(body);
  const event = parsed.outcome === 'messages' ? parsed.events[0] : undefined;
  if (event === undefined || !('kind' in event)) throw new Error(JSON.stringify(parsed));
  return event;
}
const delivery = (value: object) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      { id: '1', changes: [{ field: 'messages', value: { metadata: { phone_number_id: '2' }, ...value } }] },
    ],
  });
const message = (part: object) =>
  delivery({ messages: [{ id: 'wamid.1', from: '491234567890', timestamp: '1653253313', ...part }] });

/** Read by hand: `type kind who text`, or why it is left aside. */
const meanings: Record<string, string> = {
  'group-info.json': 'refused invalid_delivery',
  'message-response-bsuid.json': 'refused invalid_delivery',
  'message-response-phone-precedence.json': 'refused invalid_delivery',
  'message-template-components.json': 'refused not_json_object',
  'phone-number-full-response.json': 'refused invalid_delivery',
  'send-message-phone-only.json': 'refused invalid_delivery',
  'send-message-to-and-recipient.json': 'refused invalid_delivery',
  'webhook-accountUpdate-banned.json': 'ignored account_notice',
  'webhook-businessUsernameUpdate-approved.json': 'ignored account_notice',
  'webhook-incoming-message-ads.json': 'created direct TestUser "Test"',
  'webhook-incoming-message-button.json': 'created direct TestUser "No"',
  'webhook-incoming-message-contacts.json': 'created direct WhatsApp 3333 "👤 j_doe"',
  'webhook-incoming-message-document.json': 'created direct TestUser "RESTFB ANNIVERSARY"',
  'webhook-incoming-message-error.json': 'ignored unsupported_content',
  'webhook-incoming-message-interactive-btn.json': 'created direct TestUser "button-text"',
  'webhook-incoming-message-location.json':
    'created direct TestUser "📍 Saarbr\\u00fccken (49.234939575195, 6.9993596076965)"',
  'webhook-incoming-message-status-errors.json': 'receipt',
  'webhook-incoming-message-status-ui.json': 'ignored sent_receipt',
  'webhook-incoming-message-system-bsuid.json': 'ignored system_event',
  'webhook-incoming-message-text-bsuid.json': 'created direct Sheena Nelson "Does it come in another color?"',
  'webhook-incoming-message-unsupported.json': 'ignored unsupported_content',
  'webhook-messageTemplateStatusUpdate-approved.json': 'ignored account_notice',
  'webhook-phoneNumberNameUpdate.json': 'ignored account_notice',
  'webhook-userIdUpdate.json': 'ignored system_event',
};

describe('every recorded body', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

  it('has a meaning, and every meaning its body', () => {
    expect(files.sort()).toEqual(Object.keys(meanings).sort());
  });

  it.each(files)('%s', (file) => {
    expect(inWords(recorded(file))).toBe(meanings[file]);
  });
});

describe('people', () => {
  it('go by their number, which is their handle with a plus', () => {
    expect(only(readFileSync(`${folder}/webhook-incoming-message-ads.json`))).toMatchObject({
      author: { externalId: '491234567890', name: 'TestUser', handle: '+491234567890' },
      conversation: { externalId: '491234567890' },
      visibility: 'private',
      sentAt: new Date('2022-05-22T21:01:53Z'),
    });
  });

  it('go by the id that stands for them where they hide it; a group is one conversation', () => {
    expect(only(readFileSync(`${folder}/webhook-incoming-message-text-bsuid.json`))).toMatchObject({
      author: { externalId: 'US.13491208655302741918', handle: '@realsheenanelson' },
      conversation: { externalId: '120363418770915618@g.us' },
    });
  });

  it('who is not named gets a name that never replaces a better one', () => {
    const event = only(readFileSync(`${folder}/webhook-incoming-message-contacts.json`));
    expect(event.author).toMatchObject({ isNamePlaceholder: true });
    expect(
      parse(delivery({ messages: [{ id: 'm', timestamp: '1', type: 'text', text: { body: 'x' } }] })),
    ).toMatchObject({
      outcome: 'refused',
      fields: [{ path: 'entry.0.changes.0.value.messages.0.from', reason: 'required' }],
    });
  });
});

describe('content', () => {
  it.each([
    ['text', { text: { body: 'Hallo' } }, 'Hallo'],
    [
      'interactive',
      { interactive: { list_reply: { title: 'Zelt', description: 'zwei Personen' } } },
      'Zelt\nzwei Personen',
    ],
    [
      'interactive',
      { interactive: { nfm_reply: { body: 'Sent', response_json: '{"a":1}' } } },
      'Sent\n{"a":1}',
    ],
    [
      'contacts',
      { contacts: [{ name: { formatted_name: 'Anna' }, phones: [{ phone: '+49 1' }] }] },
      '👤 Anna +49 1',
    ],
    [
      'order',
      { order: { text: 'Bitte', product_items: [{ product_retailer_id: 'Z1', quantity: '2' }] } },
      'Bitte\n🛒 2 × Z1',
    ],
    [
      'image',
      { image: { id: '77', caption: 'So sieht es aus', mime_type: 'image/jpeg' } },
      'So sieht es aus',
    ],
    ['sticker', { sticker: { id: '78' } }, ''],
  ])('%s', (type, part, text) => {
    expect(only(message({ type, ...part })).text).toBe(text);
  });

  it.each(['reaction', 'system', 'unsupported', 'something_new', 'text'])(
    '%s without words is left aside',
    (type) => {
      expect(parse(message({ type })).outcome).toBe('ignored');
    },
  );

  it('a file that was not fetched is named and not offered', () => {
    const file = only(readFileSync(`${folder}/webhook-incoming-message-document.json`)).attachments;
    expect(file).toEqual([{ name: 'RESTFB ANNIVERSARY.zip', contentType: 'application/zip', size: 0 }]);
  });

  it('an answer names what it answers; edits and deletions name the first', () => {
    expect(only(readFileSync(`${folder}/webhook-incoming-message-button.json`)).replyToExternalId).toBe(
      'wamid.ID',
    );
    const edit = { original_message_id: 'wamid.0', message: { type: 'text', text: { body: 'Doch nicht' } } };
    expect(only(message({ type: 'edit', edit }))).toMatchObject({ type: 'updated', externalId: 'wamid.0' });
    expect(parse(message({ type: 'revoke', revoke: { original_message_id: 'wamid.0' } }))).toMatchObject({
      events: [{ type: 'deleted', externalId: 'wamid.0', conversationExternalId: '491234567890' }],
    });
  });

  it('what the brand writes on its own phone is its own, in the same conversation', () => {
    const echo = {
      id: 'wamid.9',
      from: '49',
      to: '491234567890',
      timestamp: '1',
      type: 'text',
      text: { body: 'Gern' },
    };
    const body = delivery({ message_echoes: [echo] }).replace('"messages"', '"smb_message_echoes"');
    expect(only(body)).toMatchObject({ isOwn: true, conversation: { externalId: '491234567890' } });
  });
});

describe('what became of ours', () => {
  const status = (part: object) =>
    delivery({ statuses: [{ id: 'wamid.3', timestamp: '1698231447', ...part }] });

  it('delivered, read, and failed with its reason', () => {
    expect(parse(status({ status: 'delivered' }))).toMatchObject({
      events: [{ type: 'receipt', state: 'delivered' }],
    });
    expect(parse(status({ status: 'read' }))).toMatchObject({
      events: [{ state: 'read', externalId: 'wamid.3' }],
    });
    expect(recorded('webhook-incoming-message-status-errors.json')).toMatchObject({
      events: [{ state: 'failed', reason: 'recipient_unavailable', detail: '131026 Message Undeliverable.' }],
    });
    const late = status({ status: 'failed', errors: [{ code: 131047, title: 'Re-engagement message' }] });
    expect(parse(late)).toMatchObject({ events: [{ reason: 'template_required' }] });
    // A limit that could have been waited for is over by the time a status comes.
    const limited = status({ status: 'failed', errors: [{ code: 130429 }] });
    expect(parse(limited)).toMatchObject({ events: [{ reason: 'failed_at_network' }] });
  });
});

describe('several numbers of one account', () => {
  it("only the channel's is read, the others are named", () => {
    const part = (number: string, id: string) => ({
      field: 'messages',
      value: {
        metadata: { phone_number_id: number },
        messages: [{ id, from: '49', timestamp: '1', type: 'text', text: { body: id } }],
      },
    });
    const body = {
      object: 'whatsapp_business_account',
      entry: [{ id: '1', changes: [part('2', 'a'), part('3', 'b')] }],
    };
    expect(parse(JSON.stringify(body), { phoneNumberId: '3' })).toMatchObject({
      events: [{ externalId: 'b' }],
      skipped: [{ path: 'entry.0.changes.0', outcome: 'ignored', reason: 'other_number' }],
    });
  });
});
