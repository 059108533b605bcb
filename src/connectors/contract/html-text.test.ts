import { describe, expect, it } from 'vitest';
import { decodeEntities, htmlToText } from './html-text';

describe('html as a person reads it', () => {
  it.each([
    ['<p>Wann gibt es<br>das Zelt?</p>\n<p>Gr&uuml;&szlig;e</p>', 'Wann gibt es\ndas Zelt?\n\nGrüße'],
    ['<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>', '- eins\n- zwei'],
    ['a <img class="emoji" alt=":smile:" src="x.png"> b', 'a :smile: b'],
    ['<script>alert(1)</script><style>p{}</style>da', 'da'],
    [
      '1 &lt; 2 &amp;&amp; &#8364; &#x1F600; &unknown; &#0; &#xD800;',
      '1 < 2 && € 😀 &unknown; &#0; &#xD800;',
    ],
    ['<a href="https://x.example/">hier</a> 3 < 4', 'hier 3 < 4'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ])('%s', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('takes no longer for what never closes', () => {
    for (const piece of ['<', '<p ', '<img ', '<script>', '&#1', '\n', '<br'])
      expect(measure(() => htmlToText(piece.repeat(100_000)))).toBeLessThan(500);
  });

  it('leaves half a reference alone', () => {
    expect(decodeEntities('AT&T &auml')).toBe('AT&T &auml');
  });
});

function measure(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
