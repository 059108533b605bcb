import { describe, expect, it } from 'vitest';
import type { ChannelAccess } from '@/connectors/contract';
import { mastodonConnector } from '@/connectors/mastodon/connector';
import { lengthOf } from '@/connectors/mastodon/status-length';
import { statusText } from '@/connectors/mastodon/status-text';
import { mastodonPolled, mastodonSpecimen } from './specimens/mastodon';

const channel: ChannelAccess = mastodonSpecimen.channel;

describe('a status', () => {
  it('is read with its warning, its whole links and no markup', () => {
    const parsed = mastodonConnector.parseInbound(
      Buffer.from(JSON.stringify(mastodonPolled)),
      channel,
      new Date(),
    );
    expect(parsed).toMatchObject({
      events: [
        {
          text: 'Zelte\n\n@nordlicht Ist das Zelt dicht?\nSiehe https://example.org/a/very/long/path',
          attachments: [
            { url: 'https://berge.example/zelt.jpg', name: 'Ein Zelt im Regen', contentType: 'image/jpeg' },
          ],
          language: 'de',
          kind: 'comment',
          replyToExternalId: 'https://alpin.example/users/nordlicht/statuses/100',
        },
      ],
    });
    expect(statusText('<p class="quote-inline">RE: <a href="x">x</a></p><p>Genau</p>')).toBe('Genau');
  });

  it.each([
    ['direct', 'direct', 'private'],
    ['private', 'comment', 'private'],
    ['local', 'comment', 'public'],
    ['list', 'comment', 'private'],
  ])('of visibility %s is %s and %s', (visibility, kind, seenBy) => {
    const body = { ...mastodonPolled, status: { ...mastodonPolled.status, visibility } };
    const parsed = mastodonConnector.parseInbound(Buffer.from(JSON.stringify(body)), channel, new Date());
    expect(parsed).toMatchObject({ events: [{ kind, visibility: seenBy }] });
  });

  it('is left aside where it only passes another on', () => {
    const body = { ...mastodonPolled, status: { ...mastodonPolled.status, reblog: {} } };
    const parsed = mastodonConnector.parseInbound(Buffer.from(JSON.stringify(body)), channel, new Date());
    expect(parsed).toEqual({ outcome: 'ignored', reason: 'repost' });
  });

  it.each([
    ['@anna@berge.example Hallo', 11],
    ['https://example.org/a/very/long/path/that/goes/on 🏕️', 25],
  ])('%s counts %i', (text, length) => expect(lengthOf(text)).toBe(length));
});
