import { createHash } from 'node:crypto';

/** Short enough to be a key beside its version. */
const MESSAGE_ID = /<[^<>\s]{1,440}>/g;

/** Every Message-ID in a header's value, in its order, each once. */
export function messageIdsIn(value: string | undefined): string[] {
  return [...new Set(value?.slice(0, 60_000).match(MESSAGE_ID) ?? [])];
}

/** The id of a mail that has none: the same for the same bytes, wherever they are found. */
export function idFromContent(bytes: Uint8Array): string {
  return `<${createHash('sha256').update(bytes).digest('hex')}@content>`;
}

/**
 * The id a message of ours travels under: made from its own id, so that a second try is the same mail.
 * @param address whose domain answers for it
 */
export function messageIdOf(id: string, address: string): string {
  return `<${id}@${address.split('@').at(-1)}>`;
}

const REPLY_PREFIX = /^(?:\s*(?:re|aw|antw|antwort|sv|vs|r|res)(?:\s*\[\d+\])?\s*:\s*)+/i;

/** A subject without the signs of answering; those of forwarding stay. */
export function bareSubject(subject: string): string {
  return subject.replace(REPLY_PREFIX, '').trim();
}
