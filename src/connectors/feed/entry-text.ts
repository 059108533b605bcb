import { decodeEntities, htmlToText } from '../contract/html-text';
import type { FeedEntry } from './entry';

const MAX_TEXT = 100_000;
const MAX_TITLE = 300;

function readable({ value, isHtml }: { value: string; isHtml: boolean }): string {
  if (!isHtml) return value.trim();
  return /<[a-z/!]/i.test(value) ? htmlToText(value) : decodeEntities(value).trim();
}

export function titleOf({ title }: Pick<FeedEntry, 'title'>): string {
  return title ? readable(title).replace(/\s+/g, ' ').slice(0, MAX_TITLE).toWellFormed() : '';
}

/** What a person reads of an entry: its title above what it says, unless that begins with it. */
export function textOf(entry: Pick<FeedEntry, 'title' | 'content'>): string {
  const title = titleOf(entry);
  const content = entry.content ? readable(entry.content) : '';
  const text = content.startsWith(title) ? content : `${title}\n\n${content}`;
  return text.slice(0, MAX_TEXT).trim().toWellFormed();
}
