import { parseSync } from '@swc/core';

/** A node of the syntax tree, read loosely: `type` and whatever the node carries. */
export interface SyntaxNode {
  type: string;
  span?: { start: number; end: number };
  [key: string]: unknown;
}

export interface SyntaxFile {
  nodes: readonly SyntaxNode[];
  body: readonly SyntaxNode[];
  /** 1-based line of a node. */
  lineOf(node: SyntaxNode): number;
}

/** Parses TypeScript or plain JavaScript modules and lists every node, in the order they are written. */
export function parseSource(path: string, text: string): SyntaxFile {
  const module = parseSync(text, { syntax: 'typescript', tsx: path.endsWith('x'), target: 'es2022' });
  const nodes: SyntaxNode[] = [];
  collect(module.body, nodes);
  const bytes = Buffer.from(text);
  // Positions count bytes from wherever the parser's source map stands; the module's own start is not its first
  // byte when comments lead, so positions are taken relative to the end, which is.
  const offset = module.span.end - bytes.length;
  return {
    nodes,
    body: module.body as unknown as SyntaxNode[],
    lineOf: (node) => {
      const end = Math.max(0, (node.span?.start ?? 0) - offset);
      return bytes.subarray(0, end).toString('utf8').split('\n').length;
    },
  };
}

function collect(value: unknown, into: SyntaxNode[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, into);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && typeof value.type === 'string') into.push(value as SyntaxNode);
  for (const [key, child] of Object.entries(value)) if (key !== 'span') collect(child, into);
}

export function isIdentifier(node: unknown, name: string): boolean {
  return isNode(node) && node.type === 'Identifier' && node.value === name;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The text of a plain string literal or a template without holes, else undefined. */
export function literalText(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'StringLiteral') return node.value as string;
  return undefined;
}
