/** Longer messages are told by their beginning: more text costs time and tells no more. */
const ENOUGH = 400;

const addresses = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+|(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]+/giu;
const hashtags = /#([\p{L}\p{N}_]+)/gu;

export interface Wording {
  /** The text without addresses, names called by @, hashtags; at most 400 characters. */
  text: string;
  /** Its words in lower case. */
  words: readonly string[];
}

/** What of a message tells its language; hashtags only where nothing else is there. */
export function wordsIn(message: string): Wording {
  const start = message.slice(0, 2000).replace(addresses, ' ');
  const plain = wordingOf(start.replace(hashtags, ' '));
  return plain.words.length > 0
    ? plain
    : wordingOf(start.replace(hashtags, (_, tag: string) => ` ${split(tag)} `));
}

function wordingOf(message: string): Wording {
  const text = message.replace(/’/g, "'").slice(0, ENOUGH);
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}']*/gu) ?? [];
  return { text: text.replace(/[^\p{L}\p{M}'\s.,!?¿¡-]+/gu, ' ').trim(), words };
}

function split(tag: string): string {
  return tag.replace(/_/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
}
