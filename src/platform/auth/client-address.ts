/**
 * Where a request comes from, for counting: the nearest hop, which our own server or the proxy before it wrote.
 * What stands further left in the header was said by the client and counts for nothing.
 */
export function clientAddress(forwardedFor: string | null | undefined): string {
  return forwardedFor?.split(',').at(-1)?.trim() || 'unknown';
}
