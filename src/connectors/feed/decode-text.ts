/** What browsers take for text that names no encoding and is no UTF-8. */
const FALLBACK = 'windows-1252';

function decoderFor(label: string | undefined): TextDecoder | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label.trim());
  } catch {
    return undefined;
  }
}

/**
 * A document's text: by its byte order mark, the charset of its content type, what it declares itself (XML or HTML),
 * else UTF-8; where that is claimed wrongly, windows-1252. Never throws.
 */
export function decodeText(bytes: Uint8Array, contentType = ''): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const declared =
    /^\s*<\?xml[^>]{0,100}?\sencoding\s*=\s*["']([\w.:-]{1,40})/.exec(start)?.[1] ??
    /<meta[^>]{0,100}?charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(start)?.[1];
  const named = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1];
  const decoder = decoderFor(named) ?? decoderFor(declared);
  // A declaration that could be read as ASCII is no UTF-16, whatever it says.
  if (decoder && !decoder.encoding.startsWith('utf-')) return decoder.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const isCut = new TextDecoder().decode(bytes);
    const broken = isCut.split('\uFFFD').length - 1;
    // One broken sign in a long UTF-8 text is a slip; many, where nothing else says UTF-8, are another encoding.
    return broken * 1000 < isCut.length ? isCut : new TextDecoder(FALLBACK).decode(bytes);
  }
}
