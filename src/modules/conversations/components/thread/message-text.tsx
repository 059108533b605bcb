import { LinkifyIt } from 'linkify-it';
import { Fragment, type ReactNode } from 'react';

const linkify = new LinkifyIt();

interface Span {
  start: number;
  end: number;
  show: (text: string) => ReactNode;
}

export interface MessageTextProps {
  text: string;
  language: string | null;
  /** Names called with @, shown in petrol. */
  mentions?: readonly { name: string }[];
  className?: string;
}

/**
 * What somebody wrote: always as text, never as HTML. Addresses become links that give nothing of ours away; broken
 * characters (lone surrogates) are shown as the sign for unreadable ones; each text decides its own direction.
 */
export function MessageText({ text, language, mentions = [], className }: MessageTextProps) {
  const whole = text.toWellFormed();
  return (
    <div
      dir="auto"
      {...(language ? { lang: language } : {})}
      className={`break-words whitespace-pre-wrap [overflow-wrap:anywhere] ${className ?? ''}`}
    >
      {parts(whole, [...linkSpans(whole), ...mentionSpans(whole, mentions)])}
    </div>
  );
}

function linkSpans(text: string): Span[] {
  return (linkify.match(text) ?? [])
    .filter((match) => /^(https?:|mailto:)/i.test(match.url))
    .map((match) => ({
      start: match.index,
      end: match.lastIndex,
      show: (shown) => (
        <a
          href={match.url}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="rounded-r1 text-accent underline decoration-accent-line underline-offset-2 hover:decoration-accent"
        >
          {shown}
        </a>
      ),
    }));
}

/** Called members by their names, and any other @name of a network. */
function mentionSpans(text: string, mentions: readonly { name: string }[]): Span[] {
  const show = (shown: string) => <span className="text-accent">{shown}</span>;
  const called = mentions.flatMap(({ name }) => {
    const start = text.indexOf(`@${name}`);
    return start < 0 ? [] : [{ start, end: start + name.length + 1, show }];
  });
  const others = [
    ...text.matchAll(/(?<![\p{L}\p{N}_.@/])@[\p{L}\p{N}_][\p{L}\p{N}_.-]*(?:@[\w.-]+\w)?/gu),
  ].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length, show }));
  return [...called, ...others];
}

function parts(text: string, spans: readonly Span[]): ReactNode[] {
  const shown: ReactNode[] = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start < at) continue;
    if (span.start > at) shown.push(text.slice(at, span.start));
    shown.push(<Fragment key={span.start}>{span.show(text.slice(span.start, span.end))}</Fragment>);
    at = span.end;
  }
  shown.push(text.slice(at));
  return shown;
}
