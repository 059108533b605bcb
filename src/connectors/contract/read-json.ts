const NUL = /\0/g;

/** PostgreSQL keeps no NUL and no lone surrogate: each becomes U+FFFD, the rest of the text stays as it was. */
export function toStorable(text: string): string {
  return text.replace(NUL, '\uFFFD').toWellFormed();
}

/** Ids above 2^53 would lose their last digits as numbers: outside of strings they become strings. */
function quoteLongIntegers(json: string): string {
  const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;
  return json.replace(tokens, (token) => (/^-?\d{16,}$/.test(token) ? `"${token}"` : token));
}

/**
 * The JSON value in these bytes; long integers as strings, invalid UTF-8 as U+FFFD, a byte order mark dropped.
 * @returns undefined where it is no JSON; never throws
 */
export function readJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder().decode(bytes);
    const value: unknown = JSON.parse(text);
    return /\d{16}/.test(text) ? JSON.parse(quoteLongIntegers(text)) : value;
  } catch {
    return undefined;
  }
}

/** True for a JSON object: neither array nor null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
