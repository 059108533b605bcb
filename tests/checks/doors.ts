import { isSource, isTest, listFiles, readText } from './support/files';
import type { CheckResult, Finding } from './support/finding';
import { isIdentifier, isNode, parseSource, type SyntaxFile, type SyntaxNode } from './support/syntax';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** Settings Next.js reads from a route file beside its methods. */
const SEGMENT_SETTINGS = ['dynamic', 'runtime', 'revalidate', 'maxDuration', 'fetchCache', 'preferredRegion'];
const ENVIRONMENT_ROOMS = /^src\/(platform\/env(\.ts$|\/)|launch\/)/;

/** The environment has one reader, workspaces are authorised in entry, a route handler is one statement per method. */
export function checkDoors(root: string): CheckResult {
  const paths = ['src', 'prisma'].flatMap((folder) => listFiles(root, folder)).filter(isSource);
  const findings = paths.flatMap((path) => {
    const file = parseSource(path, readText(root, path));
    return [...environmentReads(path, file), ...mintedWorkspaces(path, file), ...routeHandlers(path, file)];
  });
  return { findings, seen: paths.length };
}

function environmentReads(path: string, file: SyntaxFile): Finding[] {
  if (ENVIRONMENT_ROOMS.test(path) || isTest(path)) return [];
  return file.nodes.filter(readsEnvironment).map((node) => ({
    rule: 'process-env',
    file: path,
    line: file.lineOf(node),
    message: 'the environment is read in src/platform/env.ts and src/launch only',
  }));
}

/** Tenancy lock 1: a cast to WorkspaceId says that somebody was authorised, and only entry can know that. */
function mintedWorkspaces(path: string, file: SyntaxFile): Finding[] {
  if (path.startsWith('src/entry/') || isTest(path)) return [];
  return file.nodes.filter(castsToWorkspaceId).map((node) => ({
    rule: 'workspace-id-minted',
    file: path,
    line: file.lineOf(node),
    message: 'a WorkspaceId is made in src/entry only; take it from the context',
  }));
}

function castsToWorkspaceId(node: SyntaxNode): boolean {
  if (node.type !== 'TsAsExpression' && node.type !== 'TsTypeAssertion') return false;
  return isNode(node.typeAnnotation) && isIdentifier(node.typeAnnotation.typeName, 'WorkspaceId');
}

function readsEnvironment(node: SyntaxNode): boolean {
  if (node.type === 'MemberExpression') return isProcess(node.object) && namesEnv(node.property);
  if (node.type === 'VariableDeclarator') return isProcess(node.init) && picksEnv(node.id);
  if (node.type !== 'ImportDeclaration') return false;
  const source = isNode(node.source) ? node.source.value : undefined;
  if (source !== 'process' && source !== 'node:process') return false;
  return (node.specifiers as SyntaxNode[]).some(
    (specifier) => isIdentifier(specifier.imported, 'env') || isIdentifier(specifier.local, 'env'),
  );
}

function isProcess(node: unknown): boolean {
  if (isIdentifier(node, 'process')) return true;
  return isNode(node) && node.type === 'MemberExpression' && isIdentifier(node.property, 'process');
}

function namesEnv(property: unknown): boolean {
  if (isIdentifier(property, 'env')) return true;
  return isNode(property) && isNode(property.expression) && property.expression.value === 'env';
}

function picksEnv(pattern: unknown): boolean {
  if (!isNode(pattern) || pattern.type !== 'ObjectPattern') return false;
  return (pattern.properties as SyntaxNode[]).some((property) => isIdentifier(property.key, 'env'));
}

function routeHandlers(path: string, file: SyntaxFile): Finding[] {
  if (!/^src\/app\/.*route\.ts$/.test(path)) return [];
  return file.body
    .filter((node) => node.type !== 'ImportDeclaration' && !isOneStatementMethod(node))
    .map((node) => ({
      rule: 'route-one-statement',
      file: path,
      line: file.lineOf(node),
      message: 'a route file holds imports and, per method, one statement: `export const GET = route(…)`',
    }));
}

function isOneStatementMethod(node: SyntaxNode): boolean {
  // `export { GET, POST } from …` names methods and nothing else.
  if (node.type === 'ExportNamedDeclaration') {
    return (node.specifiers as SyntaxNode[]).every((item) =>
      METHODS.includes(nameOf(item.exported ?? item.orig)),
    );
  }
  if (node.type === 'VariableDeclaration') return false;
  if (node.type !== 'ExportDeclaration' || !isNode(node.declaration)) return false;
  const { declaration } = node;
  if (declaration.type === 'FunctionDeclaration') {
    const block = isNode(declaration.body) ? declaration.body : undefined;
    return METHODS.includes(nameOf(declaration.identifier)) && statementsIn(block) === 1;
  }
  if (declaration.type !== 'VariableDeclaration') return false;
  return (declaration.declarations as SyntaxNode[]).every((item) => {
    const name = nameOf(item.id);
    return SEGMENT_SETTINGS.includes(name) || (METHODS.includes(name) && statementsOfValue(item.init) <= 1);
  });
}

function statementsOfValue(value: unknown): number {
  if (!isNode(value)) return 0;
  const isFunction = value.type === 'ArrowFunctionExpression' || value.type === 'FunctionExpression';
  return isFunction && isNode(value.body) && value.body.type === 'BlockStatement'
    ? statementsIn(value.body)
    : 1;
}

function statementsIn(block: SyntaxNode | undefined): number {
  return Array.isArray(block?.stmts) ? block.stmts.length : 0;
}

function nameOf(node: unknown): string {
  return isNode(node) && typeof node.value === 'string' ? node.value : '';
}
