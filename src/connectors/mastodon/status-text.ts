import { htmlToText } from '../contract/html-text';
import { toStorable } from '../contract/read-json';

const MAX_TEXT = 100_000;

/**
 * A status as a person reads it. Links are written in parts, of which some are hidden: together they are the whole
 * address. The "RE: …" that stands in for a quote where quotes are unknown is left out.
 */
export function statusText(content: string, warning?: string | null): string {
  const text = htmlToText(withoutInlineQuote(content));
  return toStorable([warning?.trim(), text].filter(Boolean).join('\n\n').slice(0, MAX_TEXT));
}

function withoutInlineQuote(content: string): string {
  const at = content.search(/<(?:p|span) class="[^"<>]{0,100}quote-inline[^"<>]{0,100}">/);
  if (at === -1) return content;
  const end = content.startsWith('<p', at) ? '</p>' : '</span>';
  const until = content.indexOf(end, at);
  return until === -1 ? content : content.slice(0, at) + content.slice(until + end.length);
}
