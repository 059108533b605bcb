import { isIdentifier, isNode, literalText, parseSource, type SyntaxNode } from './syntax';

/** Which argument of these calls is the reason. */
const REASON_ARGUMENT: Record<string, number> = { notFound: 0, forbidden: 0, conflict: 0, invalidInput: 1 };

const SNAKE_CASE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

export interface ThrownReason {
  /** `errors.<reason>`, or `ingest.<reason>` for what a connector says about a payload. */
  key: string;
  line: number;
}

/** Every reason written out in a file: of an AppError, a FieldError, a refusal, a connector's verdict. */
export function thrownReasons(path: string, text: string): ThrownReason[] {
  const file = parseSource(path, text);
  return file.nodes.flatMap((node) => {
    const key = reasonKey(node);
    return key === undefined ? [] : [{ key, line: file.lineOf(node) }];
  });
}

function reasonKey(node: SyntaxNode): string | undefined {
  if (node.type === 'NewExpression' && isIdentifier(node.callee, 'AppError'))
    return sentence(argument(node, 1));
  if (node.type === 'CallExpression') return callReason(node) ?? schemaReason(node);
  if (node.type === 'ObjectExpression') return objectReason(node);
  // A default: `notFound(reason = 'not_found')`.
  if (node.type === 'AssignmentPattern' && isIdentifier(node.left, 'reason')) return sentence(node.right);
  return undefined;
}

function callReason(node: SyntaxNode): string | undefined {
  const callee = isNode(node.callee) && node.callee.type === 'Identifier' ? String(node.callee.value) : '';
  if (Object.hasOwn(REASON_ARGUMENT, callee)) return sentence(argument(node, REASON_ARGUMENT[callee] ?? 0));
  if (callee !== 'refuse') return undefined;
  const refusal = argument(node, 0);
  return isNode(refusal) && refusal.type === 'ObjectExpression' && property(refusal, 'path') === undefined
    ? sentence(property(refusal, 'reason'))
    : undefined;
}

/** A schema names its reason as the message: `.refine(isSlug, 'invalid_slug')` or `{ error: 'invalid_slug' }`. */
function schemaReason(node: SyntaxNode): string | undefined {
  if (!isNode(node.callee) || node.callee.type !== 'MemberExpression') return undefined;
  if (!isIdentifier(node.callee.property, 'refine')) return undefined;
  const options = argument(node, 1);
  const isObject = isNode(options) && options.type === 'ObjectExpression';
  const message = isObject ? property(options, 'error') : options;
  // What a person at a terminal reads is a sentence already.
  return SNAKE_CASE.test(literalText(message) ?? '') ? sentence(message) : undefined;
}

function objectReason(node: SyntaxNode): string | undefined {
  const reason = literalText(property(node, 'reason'));
  if (reason === undefined) return undefined;
  const outcome = literalText(property(node, 'outcome'));
  if (outcome === 'ignored' || outcome === 'refused') return `ingest.${reason}`;
  return property(node, 'path') === undefined ? undefined : `errors.${reason}`;
}

function argument(node: SyntaxNode, position: number): unknown {
  const item = (node.arguments as { expression: unknown }[] | undefined)?.[position];
  return item?.expression;
}

function property(node: SyntaxNode, name: string): unknown {
  const found = (node.properties as SyntaxNode[]).find(
    (item) => (item.type === 'KeyValueProperty' && isIdentifier(item.key, name)) || isIdentifier(item, name),
  );
  return found?.value;
}

function sentence(node: unknown): string | undefined {
  const reason = literalText(node);
  return reason === undefined ? undefined : `errors.${reason}`;
}
