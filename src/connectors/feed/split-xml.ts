/** Entries read of one feed; feeds hold the newest first. */
export const MAX_ENTRIES = 300;
/** What the XML parser is given at most: it spends far more on a tag or an attribute than on text. */
const MAX_TAGS = 20_000;
const MAX_ATTRIBUTES = 10_000;
const MAX_NAME = 80;
const ENTRY = /^(?:[\w.-]{1,40}:)?(?:item|entry)$/i;
const ROOT = /^(?:[\w.-]{1,40}:)?(rss|rdf|feed)$/i;

export interface SplitXml {
  /** The outermost tag as it was opened, with its namespaces. */
  root: string;
  /** From the root to the first entry. */
  head: string;
  /** Each from its tag to its end, in the order they stand. */
  entries: string[];
  /** What stands after the last entry, where all were taken. */
  tail: string;
  isRss: boolean;
}

interface Tag {
  name: string;
  start: number;
  end: number;
  isClosing: boolean;
  isEmpty: boolean;
}

/**
 * A feed's XML cut at its entries, in time proportional to its length and bounded in what it makes an XML parser do;
 * undefined where it is no feed, or its head alone is beyond that. Declarations of entities stand before the root and
 * are left behind with everything else there.
 */
export function splitXml(xml: string): SplitXml | undefined {
  let root: Tag | undefined;
  let open: Tag | undefined;
  let headEnd: number | undefined;
  let end = 0;
  let isWhole = true;
  let tags = MAX_TAGS;
  let attributes = MAX_ATTRIBUTES;
  const entries: string[] = [];
  for (const tag of tagsOf(xml)) {
    tags -= 1;
    attributes -= attributesIn(xml, tag);
    isWhole = tags >= 0 && attributes >= 0 && entries.length < MAX_ENTRIES;
    if (!isWhole) break;
    if (tag.name !== '') root ??= tag;
    if (!ENTRY.test(tag.name)) continue;
    headEnd ??= tag.start;
    if (!tag.isClosing) open = tag;
    if (!open || (!tag.isClosing && !tag.isEmpty)) continue;
    end = tag.end;
    entries.push(xml.slice(open.start, end));
    open = undefined;
  }
  const kind = root && ROOT.exec(root.name)?.[1]?.toLowerCase();
  if (!root || kind === undefined || (!isWhole && entries.length === 0)) return undefined;
  return {
    root: xml.slice(root.start, root.end),
    head: xml.slice(root.start, headEnd ?? xml.length),
    entries,
    tail: isWhole && entries.length > 0 && !open ? xml.slice(end) : '',
    isRss: kind !== 'feed',
  };
}

/** Every tag; declarations, comments and marked text too, without a name. */
function* tagsOf(xml: string): Generator<Tag> {
  for (let start = xml.indexOf('<'); start !== -1; ) {
    const end = endOf(xml, start);
    // What is cut off has no end: everything after it is left out.
    if (end === undefined) return;
    const sign = xml[start + 1];
    const isClosing = sign === '/';
    const named = start + (isClosing ? 2 : 1);
    const name =
      sign === '!' || sign === '?'
        ? ''
        : (/^[^\s/>]*/.exec(xml.slice(named, Math.min(end - 1, named + MAX_NAME)))?.[0] ?? '');
    yield { name, start, end, isClosing, isEmpty: xml[end - 2] === '/' };
    start = xml.indexOf('<', end);
  }
}

function endOf(xml: string, start: number): number | undefined {
  const mark = xml.startsWith('<![CDATA[', start) ? ']]>' : xml.startsWith('<!--', start) ? '-->' : '>';
  const at = xml.indexOf(mark, start + 2);
  return at === -1 ? undefined : at + mark.length;
}

const EQUALS_SIGN = 61;

function attributesIn(xml: string, { name, start, end }: Tag): number {
  if (name === '') return 0;
  let count = 0;
  for (let at = start; at < end; at += 1) if (xml.charCodeAt(at) === EQUALS_SIGN) count += 1;
  return count;
}
