const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  euro: '€',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
};

/** Character references as what they stand for; unknown ones stay as they are written. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      const isSign = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
      return isSign ? String.fromCodePoint(point) : whole;
    },
  );
}

/**
 * What a person reads of a piece of HTML: paragraphs and line breaks kept, a picture as its description, a list's
 * points with a dash, scripts and styles left out. Takes time in proportion to its length, whatever it holds.
 */
export function htmlToText(html: string): string {
  const text = html
    .replace(/\r\n?|\n/g, ' ')
    .replace(/<(?:script|style)\b[^<>]*>[^<]*<\/(?:script|style)>/gi, '')
    .replace(/<br\b[^<>]*>/gi, '\n')
    .replace(/<img\b[^<>]*>/gi, (tag) => /\salt="([^"<>]*)"/i.exec(tag)?.[1] ?? '')
    .replace(/<li\b[^<>]*>/gi, '\n- ')
    .replace(/<\/(?:p|blockquote|ul|ol|pre|h[1-6]|aside|table)>/gi, '\n\n')
    .replace(/<\/(?:div|tr)>/gi, '\n')
    .replace(/<[^<>]*>/g, '');
  return decodeEntities(text)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
