import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAccess } from '@/connectors/contract';
import { feedConnector } from '@/connectors/feed/connector';
import { createOutbound } from '@/platform/http/outbound';
import { type Answer, type ReceivedRequest, startLocalServer } from '../stand-ins/local-server';
import { inWords } from './in-words';

const now = new Date('2026-11-22T12:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** What each feed under `feeds/` means, written by hand. */
const meanings: Record<string, string> = {
  'rss-091.xml':
    'created mention Wandern im Schwäbischen "Größer, höher, müder\n\nDer Albsteig & seine Tücken für Füße."',
  'rss-20-wordpress.xml':
    'created mention Jonas Weber "Nordlicht 3 im Regen: „dicht“?\n\nDrei Nächte Dauerregen. Das Zelt hielt – fast.\n\n- Nähte: gut\n- Boden: naja"',
  'rss-20-podcast.xml':
    'created mention Mira "Tents & tarps\n\nA long talk about tents & tarps." + created mention Mira "No guid, no date, future nonsense"',
  'rdf.xml': 'created mention dpa "Zelthersteller ruft Stangen zurück\n\nBruchgefahr bei Frost"',
  'atom.xml':
    'created mention Ute Kühn "1 < 2 Zelte\n\nEins für dich,\n\neins für mich." + created mention Sam "Guest post\n\nPlain words & nothing else."',
  'feed.json':
    'created mention Lena "Nordlicht hat geantwortet.\nIn zehn Minuten!" + created mention Lena "Mit Titel\n\nund über Zelte"',
  'windows-1252.xml': 'created mention Preise "Zelt für 199 €\n\n„Günstig“ – sagt wer?"',
  'undeclared-latin.xml': 'created mention Ohne Angabe "Grüße aus Köln"',
  'broken.xml':
    'created mention Kaputt "Heil & ganz\n\nText \u00a0 mit &unbekannt;" + created mention Kaputt "Wieder heil"',
  'hostile-entities.xml': 'created mention Böse "&lol3; &file; &web;\n\nharmlos"',
  'empty.xml': 'ignored feed_empty',
};
const fixture = (name: string) => readFileSync(`tests/contract/feeds/${name}`);
const parseFixture = (name: string, settings: object = {}) =>
  feedConnector.parseInbound(fixture(name), { id: 'c', settings: { ...settings } }, now);
const eventsOf = (name: string, settings?: object) => {
  const parsed = parseFixture(name, settings);
  return parsed.outcome === 'messages' ? parsed.events : [];
};

describe('a feed as it lies on the web', () => {
  it.each(Object.entries(meanings))('%s', (name, meaning) => {
    expect(inWords(parseFixture(name))).toBe(meaning);
  });

  it('keeps ids, addresses, dates, files and languages', () => {
    expect(eventsOf('atom.xml')[0]).toMatchObject({
      externalId: 'tag:atom.example,2026:1',
      conversation: { url: 'https://atom.example/blog/2026/zelte', isOverheard: true },
      author: { profileUrl: 'https://atom.example/blog/about' },
      sentAt: new Date('2026-11-20T07:00:00Z'),
      versionAt: new Date('2026-11-22T10:00:00Z'),
      language: 'de',
      attachments: [{ url: 'https://atom.example/blog/zelte.png', name: 'Zwei Zelte', size: 2048 }],
    });
    expect(eventsOf('rss-20-podcast.xml')).toMatchObject([
      {
        sentAt: new Date('2026-11-21T17:00:00Z'),
        attachments: [{ contentType: 'audio/mpeg', name: '17.mp3' }],
      },
      { externalId: 'http://talk.example/18?utm_source=rss&a=b', sentAt: now },
    ]);
    expect(eventsOf('feed.json')[0]).toMatchObject({ externalId: '9007199254740993' });
    expect(eventsOf('windows-1252.xml')[0]).toMatchObject({ sentAt: new Date('2026-11-22T07:00:00Z') });
  });

  it('takes over no address that is none on the web', () => {
    const [event] = eventsOf('hostile-entities.xml');
    expect(event).toMatchObject({ attachments: [] });
    expect(JSON.stringify(event)).not.toMatch(/javascript:|passwd/);
  });

  it('counts the brand’s own blog as its own posts', () => {
    expect(eventsOf('rdf.xml', { role: 'own' })[0]).toMatchObject({ kind: 'post', isOwn: true });
    expect(eventsOf('rdf.xml', { role: 'own' })[0]).not.toMatchObject({
      conversation: { isOverheard: true },
    });
  });
});

const outbound = createOutbound({ allow: ['127.0.0.1'] });
const calls: ReceivedRequest[] = [];
let pages: Record<string, Answer | ((request: ReceivedRequest) => Answer)> = {};
let server: Awaited<ReturnType<typeof startLocalServer>>;

beforeAll(async () => {
  server = await startLocalServer((request) => {
    calls.push(request);
    const page = pages[request.url];
    return (typeof page === 'function' ? page(request) : page) ?? { status: 404, body: 'not here' };
  });
});
afterAll(async () => {
  await server.close();
  await outbound.close();
});
beforeEach(() => {
  calls.length = 0;
});

const item = (id: string, text: string, at?: string) =>
  `<item><guid>${id}</guid><title>${text}</title>${at ? `<pubDate>${at}</pubDate>` : ''}</item>`;
const rss = (items: string, head = '') =>
  `<rss version="2.0"><channel><title>Blog</title>${head}${items}</channel></rss>`;
const asXml = (body: string, headers: Record<string, string> = {}): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/rss+xml', ...headers },
  body,
});
const today = 'Sun, 22 Nov 2026 10:00:00 GMT';
const lastYear = 'Sat, 22 Nov 2025 10:00:00 GMT';

const channelAt = (path: string): ChannelAccess => ({
  id: 'c',
  settings: { url: `${server.url}${path}` },
  secrets: {},
});
const ask = async (
  path: string,
  cursor?: unknown,
  options: { since?: Date; limit?: number; at?: Date } = {},
) => {
  const { limit = 100, since, at = now } = options;
  const request = { cursor, terms: [], limit, ...(since && { since }) };
  return await feedConnector.poll?.(request, channelAt(path), outbound, at);
};
const poll = async (...given: Parameters<typeof ask>) => {
  const answer = await ask(...given);
  if (answer?.outcome !== 'polled') throw new Error(JSON.stringify(answer));
  const words = answer.events.map(({ body }) =>
    inWords(feedConnector.parseInbound(body, channelAt(given[0]), given[2]?.at ?? now)),
  );
  return { ...answer, words, ids: answer.events.map(({ externalId }) => externalId.split('@')[0]) };
};

describe('asking a feed', () => {
  it('begins with the last 24 hours, then tells what is new and what changed, each once', async () => {
    pages = {
      '/feed': asXml(rss(item('b', 'Neu', today) + item('a', 'Alt', lastYear) + item('u', 'Undatiert'))),
    };
    const first = await poll('/feed');
    expect(first.ids).toEqual(['b']);
    expect((await poll('/feed', first.cursor)).events).toEqual([]);

    const changed = item('b', 'Neu!', today) + item('a', 'Alt', lastYear) + item('u', 'Undatiert');
    pages['/feed'] = asXml(rss(item('n', 'Ohne Datum') + changed));
    const second = await poll('/feed', first.cursor, { at: later(20) });
    expect(second.words).toEqual(['created mention Blog "Ohne Datum"', 'updated mention Blog "Neu!"']);
    expect((await poll('/feed', second.cursor)).events).toEqual([]);

    pages['/feed'] = asXml(rss(item('b', 'Neu', today)));
    const back = await poll('/feed', second.cursor, { at: later(40) });
    expect(back.words).toEqual(['updated mention Blog "Neu"']);
    expect(back.events[0]?.externalId).not.toBe(first.events[0]?.externalId);
  });

  it('takes renamed old entries for what they are, and an old one of a backfill as wanted', async () => {
    pages = { '/feed': asXml(rss(item('a', 'Alt', lastYear))) };
    const { cursor } = await poll('/feed');
    pages['/feed'] = asXml(rss(item('renamed', 'Alt', lastYear)));
    expect((await poll('/feed', cursor)).events).toEqual([]);
    expect((await poll('/feed', undefined, { since: new Date('2025-01-01') })).ids).toEqual(['renamed']);
  });

  it('gives many in pages, the oldest first, none twice', async () => {
    const at = (index: number) => new Date(later(-index)).toUTCString();
    pages = {
      '/feed': asXml(
        rss(Array.from({ length: 250 }, (_, index) => item(`i${index}`, 'x', at(index))).join('')),
        { etag: '"1"' },
      ),
    };
    const ids: (string | undefined)[] = [];
    let page = await poll('/feed');
    for (ids.push(...page.ids); page.hasMore; ids.push(...page.ids)) page = await poll('/feed', page.cursor);
    expect(ids).toEqual(Array.from({ length: 250 }, (_, index) => `i${249 - index}`));
  });

  it('asks conditionally and bears the answer that nothing changed', async () => {
    const validators = { etag: 'W/"7"', 'last-modified': 'Sun, 22 Nov 2026 10:00:00 GMT' };
    pages = {
      '/feed': ({ headers }) =>
        headers['if-none-match'] === validators.etag &&
        headers['if-modified-since'] === validators['last-modified']
          ? { status: 304, body: '' }
          : asXml(rss(item('b', 'Neu', today)), validators),
    };
    const { cursor } = await poll('/feed');
    const second = await poll('/feed', cursor);
    expect(second).toMatchObject({ events: [], hasMore: false, pauseSeconds: 900 });
    expect((await poll('/feed', second.cursor)).events).toEqual([]);
    expect(calls).toHaveLength(3);
  });

  it.each([
    ['', {}, 900],
    ['<ttl>120</ttl>', {}, 7200],
    [
      '<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">daily</sy:updatePeriod>',
      {},
      86_400,
    ],
    ['<ttl>99999</ttl>', {}, 86_400],
    ['<ttl>5</ttl>', { 'cache-control': 'public, max-age=3600' }, 3600],
  ])('keeps the pace that is asked for: %s %j', async (head, headers, pauseSeconds) => {
    pages = { '/feed': asXml(rss(item('b', 'x', today), head), headers) };
    expect(await poll('/feed')).toMatchObject({ pauseSeconds });
  });

  it('finds the feed of a page, remembers it, and looks again when it has left', async () => {
    const comments = '<link rel="alternate" type="application/rss+xml" title="Kommentare" href="/c">';
    const link = (href: string) =>
      `<link rel='alternate' type='application/rss+xml' title='Blog' href='${href}'/>`;
    const page = (href: string) => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: `<!doctype html><html><head>${comments}${link(href)}</head></html>`,
    });
    pages = {
      '/blog': page('/blog/rss?a=1&amp;b=2'),
      '/blog/rss?a=1&b=2': asXml(rss(item('b', 'x', today))),
    };
    const { cursor, ids } = await poll('/blog');
    expect(ids).toEqual(['b']);
    calls.length = 0;
    await poll('/blog', cursor);
    expect(calls.map(({ url }) => url)).toEqual(['/blog/rss?a=1&b=2']);

    pages = { '/blog': page('/neu'), '/neu': asXml(rss(item('c', 'y', today))) };
    expect((await poll('/blog', cursor)).ids).toEqual(['c']);
  });

  it('tries the common places where a page names no feed, and says when there is none', async () => {
    const page = {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<html><body>Hallo</body></html>',
    };
    pages = { '/blog': page, '/atom.xml': asXml(rss(item('b', 'x', today))) };
    expect((await poll('/blog')).ids).toEqual(['b']);
    pages = { '/blog': page };
    expect(await ask('/blog')).toMatchObject({ outcome: 'failed', reason: 'feed_not_found' });
    expect(calls.length).toBeLessThan(30);
  });

  it('follows redirects, and remembers those for good', async () => {
    const to = (status: number, location: string): Answer => ({ status, headers: { location }, body: '' });
    pages = { '/old': to(301, '/new'), '/today': to(302, '/new'), '/new': asXml(rss(item('b', 'x', today))) };
    const moved = await poll('/old');
    const passing = await poll('/today');
    calls.length = 0;
    await poll('/old', moved.cursor);
    expect(calls.map(({ url }) => url)).toEqual(['/new']);
    calls.length = 0;
    await poll('/today', passing.cursor);
    expect(calls.map(({ url }) => url)).toEqual(['/today', '/new']);
  });

  it.each<[string, Answer, object]>([
    ['gone', { status: 410 }, { outcome: 'failed', reason: 'feed_gone' }],
    ['not found', { status: 404 }, { outcome: 'failed', reason: 'feed_not_found' }],
    ['forbidden', { status: 403 }, { outcome: 'failed', reason: 'feed_refused' }],
    [
      'an error',
      { status: 503, headers: { 'retry-after': '1800' } },
      { outcome: 'retry', reason: 'network_unavailable', retryAfter: 1800 },
    ],
    ['too often', { status: 429 }, { outcome: 'retry', reason: 'rate_limited', retryAfter: 900 }],
    [
      'a picture',
      { status: 200, headers: { 'content-type': 'image/png' }, body: 'PNG' },
      { outcome: 'failed', reason: 'not_a_feed' },
    ],
    [
      'six megabytes',
      asXml(rss(item('a', 'x'.repeat(6_000_000)))),
      { outcome: 'failed', reason: 'feed_too_large' },
    ],
  ])('says why not: %s', async (_, answer, outcome) => {
    pages = { '/feed': answer };
    expect(await ask('/feed')).toMatchObject(outcome);
  });

  it('begins anew where the admin gave another address', async () => {
    pages = { '/a': asXml(rss(item('x', 'x', today))), '/b': asXml(rss(item('x', 'x', today))) };
    const { cursor } = await poll('/a');
    expect((await poll('/b', cursor)).ids).toEqual(['x']);
  });

  it('knows whose feed it is', async () => {
    pages = { '/feed': asXml(rss(item('x', 'x'), '<link>https://blog.example/</link>')) };
    expect(await feedConnector.check?.(channelAt('/feed'), outbound, now)).toEqual({
      outcome: 'ok',
      account: { externalId: `${server.url}/feed`, name: 'Blog', url: 'https://blog.example/' },
    });
  });
});
