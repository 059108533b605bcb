export interface SplitText {
  text: string;
  quoted?: string;
}

const ORIGINAL_MARK =
  /^\s*-{2,}\s*(?:original message|original appointment|ursprüngliche nachricht|original-nachricht|originalnachricht|reply message)\s*-{2,}\s*$/i;
const ATTRIBUTION =
  /^\s*(?:am\s.{4,300}\s(?:schrieb|hat\s.{1,200}\sgeschrieben)\b.{0,200}|on\s.{4,300}\swrote|.{2,200}\s(?:wrote|schrieb)(?:\s(?:am|on)\s.{4,80})?)\s*:\s*$/i;
const ATTRIBUTION_START = /^\s*(?:am|on)\s(?=.*\d)/i;
const FROM_LINE = /^\s*\*?(?:von|from)\s?:\*?\s*\S/i;
const HEADER_LINE =
  /^\s*\*?(?:gesendet|sent|datum|date|an|to|cc|betreff|subject|reply-to|antwort an)(?:\s(?:am|on))?\s?:\*?/i;
const RULE = /^\s*[_-]{10,}\s*$/;
const QUOTED = /^\s{0,3}>/;
/** An attribution breaks over at most this many lines. */
const ATTRIBUTION_LINES = 4;

/**
 * Parts what somebody wrote from what their program repeated below or above it (Gmail, Apple Mail, Outlook,
 * Thunderbird; German and English). Answers written between the quoted lines, and mail that holds nothing else, stay whole.
 */
export function splitQuoted(whole: string): SplitText {
  const lines = whole.replace(/\r\n?/g, '\n').split('\n');
  const uncut = { text: trimLines(lines) };
  const cut = findQuote(lines);
  if (cut === null) return uncut;
  const own = [...lines.slice(0, cut.from), ...lines.slice(cut.to)];
  const text = trimLines(own);
  if (text === '' || own.some((line) => QUOTED.test(line))) return uncut;
  return { text, quoted: trimLines(lines.slice(cut.from, cut.to)) };
}

interface Cut {
  from: number;
  /** The first line after it. */
  to: number;
}

function findQuote(lines: readonly string[]): Cut | null {
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (QUOTED.test(line)) return quotedBlock(lines, index, index);
    if (ORIGINAL_MARK.test(line) || isOutlookHead(lines, index)) return { from: index, to: lines.length };
    const after = attributionEnd(lines, index);
    if (after !== null) return attributed(lines, index, after);
  }
  return null;
}

/** Outlook repeats the header lines, with or without a rule above them. */
function isOutlookHead(lines: readonly string[], index: number): boolean {
  const start = RULE.test(lines[index] ?? '') ? nextFilled(lines, index + 1) : index;
  if (!FROM_LINE.test(lines[start] ?? '')) return false;
  const following = lines.slice(start + 1, start + 6);
  return following.filter((line) => HEADER_LINE.test(line)).length >= 2;
}

/** The line behind "Am … schrieb …:", which may be broken; null where none begins here. */
function attributionEnd(lines: readonly string[], index: number): number | null {
  const first = lines[index] ?? '';
  if (first.length > 500) return null;
  if (ATTRIBUTION.test(first))
    return hasQuoteBelow(lines, index + 1) || ATTRIBUTION_START.test(first) ? index + 1 : null;
  if (!ATTRIBUTION_START.test(first)) return null;
  let joined = first.trimEnd();
  for (let last = index + 1; last < index + ATTRIBUTION_LINES && last < lines.length; last += 1) {
    const next = lines[last] ?? '';
    if (next.trim() === '' || joined.length + next.length > 600) return null;
    joined += ` ${next.trim()}`;
    if (ATTRIBUTION.test(joined)) return last + 1;
  }
  return null;
}

function hasQuoteBelow(lines: readonly string[], index: number): boolean {
  return QUOTED.test(lines[nextFilled(lines, index)] ?? '');
}

/** Below an attribution stands a `>` block, or (Outlook for Mac, many phones) the bare text to the end. */
function attributed(lines: readonly string[], from: number, after: number): Cut {
  const start = nextFilled(lines, after);
  return QUOTED.test(lines[start] ?? '') ? quotedBlock(lines, from, start) : { from, to: lines.length };
}

function quotedBlock(lines: readonly string[], from: number, start: number): Cut {
  let to = start;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (QUOTED.test(line)) to = index + 1;
    else if (line.trim() !== '') break;
  }
  return { from, to };
}

function nextFilled(lines: readonly string[], index: number): number {
  let at = index;
  while (at < lines.length && lines[at]?.trim() === '') at += 1;
  return at;
}

function trimLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();
}
