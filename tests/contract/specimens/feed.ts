import type { Specimen } from './specimen';

const body = (changes: object = {}, seenAt?: string) =>
  JSON.stringify({
    feedEntry: {
      id: 'https://blog.example/?p=7',
      url: 'https://blog.example/zelt',
      title: { value: 'Das Zelt', isHtml: true },
      content: { value: '<p>Es hält.</p>', isHtml: true },
      author: { name: 'Anna', url: 'https://blog.example/anna' },
      publishedAt: '2026-11-22T10:00:00.000Z',
      language: 'de',
      attachments: [
        { url: 'https://blog.example/zelt.jpg', contentType: 'image/jpeg', size: 3, name: 'Zelt' },
      ],
      ...changes,
    },
    feed: { title: 'Zeltblog', url: 'https://blog.example/' },
    ...(seenAt && { seenAt }),
  });
const rss = (inside: string) => `<rss version="2.0"><channel><title>x</title>${inside}</channel></rss>`;
const atom = (inside: string) => `<feed xmlns="http://www.w3.org/2005/Atom">${inside}</feed>`;
const names = (count: number, form: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => form(index)).join(' ');

export const feedSpecimen: Specimen = {
  channel: { id: 'c', settings: { url: 'https://blog.example/' }, secrets: {} },
  bodies: { created: body(), updated: body({}, '2026-11-22T11:00:00.000Z') },
  junk: (fill) => [
    body({ content: { value: fill('<'), isHtml: true } }),
    body({ content: { value: fill('<p '), isHtml: true } }),
    ...[
      '<item><title>x</title></item>',
      '<item/>',
      '<item>',
      '<a>',
      '</a>',
      '<a></a>',
      '<',
      '<!---->',
      '<?x?>',
    ].map((piece) => rss(fill(piece))),
    ...['<![CDATA[', '<!--', '<a b="', '<rss ', '<rss>', '<feed>', '<?xml ', '<!DOCTYPE [', '&', ' <'].map(
      fill,
    ),
    rss(`<item>${fill('<media:content url="x"/>')}</item>`),
    rss(`<item>${fill('<category>x</category>')}</item>`),
    rss(`<item><title>${fill('&amp;')}</title></item>`),
    rss(`<item><title>${fill('<![CDATA[x]]>')}</title></item>`),
    rss(`<item><pubDate>${fill(' Sun,')}</pubDate></item>`),
    rss(`<item ${fill('a="b" ')}>`),
    rss(`<item ${names(80_000, (index) => `a${index}="b"`)}/>`),
    rss(
      fill(
        `<item><title>x</title><description><![CDATA[<p>${'wort '.repeat(60)}</p>]]></description></item>`,
      ),
    ),
    // Broken at its end, so that every entry is read by itself.
    `${rss(fill(`<item><guid>x</guid><title>${'wort '.repeat(600)}</title></item>`))}<item><title>x</item>`,
    atom(fill('<entry><id>x</id><title>y</title><link href="z"/></entry>')),
    atom(`<entry>${fill('<link href="z"/>')}</entry>`),
    atom(`<entry><id>1</id><content type="xhtml"><div>${fill('<p>x</p>')}</div></content></entry>`),
    `<feed ${names(30_000, (index) => `xmlns:a${index}="http://${index}"`)}><entry><id>1</id></entry></feed>`,
    `<!DOCTYPE rss [${fill('<!ENTITY a "b">')}]>${rss('<item><title>&a;</title></item>')}`,
    `<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${rss(`<item><title>${fill('&b;')}</title></item>`)}`,
    `{"version":"https://jsonfeed.org/version/1.1","items":[${fill('{"id":"1"},')}{"id":"2"}]}`,
    `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","attachments":[${fill('{"url":"https://a.example/"},')}{}]}]}`,
  ],
};
