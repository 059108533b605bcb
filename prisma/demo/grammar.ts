import type { Random } from './random';

/**
 * Templates: `{a|b|c}` one of them (nesting allowed, an empty branch too), `[slot]` a value of the
 * situation, `<ihr^Sie>` by how the two address each other (familiar or formal).
 */
type Node = string | { any: Node[][] } | { slot: string } | { familiar: Node[]; formal: Node[] };

const compiled = new Map<string, Node[]>();

function split(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] as string;
    if ('{<['.includes(c)) depth += 1;
    else if ('}>]'.includes(c)) depth -= 1;
    else if (c === separator && depth === 0) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i += 1) {
    if ('{<['.includes(text[i] as string)) depth += 1;
    else if ('}>]'.includes(text[i] as string)) {
      depth -= 1;
      if (depth === 0) return i;
    }
  }
  throw new SyntaxError(`unclosed bracket in: ${text}`);
}

function group(kind: string, body: string): Node {
  if (kind === '[') return { slot: body };
  if (kind === '{') return { any: split(body, '|').map(parse) };
  const [familiar, formal, more] = split(body, '^');
  if (formal === undefined || more !== undefined) throw new SyntaxError(`not two forms: <${body}>`);
  return { familiar: parse(familiar ?? ''), formal: parse(formal) };
}

function parse(text: string): Node[] {
  const nodes: Node[] = [];
  let plain = '';
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] as string;
    if ('}>]'.includes(c)) throw new SyntaxError(`stray ${c} in: ${text}`);
    if (!'{<['.includes(c)) {
      plain += c;
      continue;
    }
    if (plain) nodes.push(plain);
    plain = '';
    const end = closing(text, i);
    nodes.push(group(c, text.slice(i + 1, end)));
    i = end;
  }
  if (plain) nodes.push(plain);
  return nodes;
}

export interface Situation {
  rng: Random;
  formal: boolean;
  /** The value of a slot, or undefined for a slot this situation does not know. */
  slot(name: string): string | undefined;
}

function render(nodes: Node[], situation: Situation): string {
  let out = '';
  for (const node of nodes) {
    if (typeof node === 'string') out += node;
    else if ('any' in node) out += render(situation.rng.pick(node.any), situation);
    else if ('slot' in node) {
      const value = situation.slot(node.slot);
      if (value === undefined) throw new RangeError(`unknown slot [${node.slot}]`);
      out += value;
    } else out += render(situation.formal ? node.formal : node.familiar, situation);
  }
  return out;
}

/** The template as text; refuses malformed templates and unknown slots by throwing. */
export function expand(template: string, situation: Situation): string {
  let nodes = compiled.get(template);
  if (!nodes) {
    nodes = parse(template);
    compiled.set(template, nodes);
  }
  return render(nodes, situation);
}

/** Joins the parts that are not empty with one space and tidies what empty branches left behind. */
export function sentences(...parts: (string | undefined)[]): string {
  return parts
    .filter((part): part is string => Boolean(part?.trim()))
    .map((part) => part.trim())
    .join(' ')
    .replace(/ {2,}/g, ' ')
    .replace(/ ([.,;?!])(?!\.)/g, '$1')
    .replace(/([?!])\.(?!\.)/g, '$1');
}

const small = new Set(
  (
    'Ich Wir Mir Mein Meine Bei Beim Die Der Das Den Dem Nach Am Auf Aus Seit Es Von Im In Zu Zum Wenn Vor Gerade Unsere Eigentlich Erste Zwei Drei Vier Fünf Sechs Kann Kannst Könnt Gibt Geht Nicht Erst Auch Einfach Ersatzteile= Ein Eine Beides Damit Danke= Ja Nein Meist Ganz Gern Gerne Für Unter Statt Ist Wer Wie Was Wo Welche Welches Welchen Muss Hat Hatte Als Am Morgens Neu Teurer Nimm Miss Frag Bring Schreib Schau Ruf Zähl Wissen Waschen Putz= Lädt Sehr Unser Unsere Da Dass So Frisch Leider Heute Gestern Vorgestern Letzte Letzten Anfang= Nächsten Kommendes Übernächste Kommt Lohnt Repariert Hält Reicht Liegt Macht Bekomme Bekommt Lässt Welcher Hilft ' +
    'The It It’s We You Your A An Yes No Our My One If There Then This That These Is Are Can Could Do Does Did Has Have How What When Where Which Who Will We’ll We’ve Please Sorry Only Old Never Post Sleeve Unscrew Wash Twenty Two Three Four'
  )
    .split(' ')
    .filter((word) => !word.endsWith('=')),
);

/** A greeting and what follows it: after a comma the sentence goes on small where that is certain, else the greeting ends with "!". */
export function greeted(hello: string, gap: string, body: string): string {
  if (!hello.endsWith(',') || !body) return hello ? `${hello}${gap}${body}` : body;
  const word = /^[\p{L}’]+/u.exec(body)?.[0] ?? '';
  if (small.has(word)) return `${hello}${gap}${(body[0] ?? '').toLowerCase()}${body.slice(1)}`;
  return `${hello.slice(0, -1)}!${gap}${body}`;
}
