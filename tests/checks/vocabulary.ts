import { moduleOrder } from '../../.dependency-cruiser.mjs';
import { isSource, isTest, listFiles, readText } from './support/files';
import type { CheckResult, Finding } from './support/finding';

/** What a module may hold (architecture.md); each may be a file or a folder of the same name. */
const MODULE_FILES = [
  'contract',
  'queries',
  'store',
  'policy',
  'fields',
  'events',
  'reactions',
  'jobs',
  'client',
];
const MODULE_FOLDERS = ['domain', 'use-cases', 'components', 'sql', ...MODULE_FILES];
/**
 * Predicates owns no table: it is a language. Its three steps are files others import, so they stand beside
 * the contract: the assembled fields, the compiler to SQL, the plain-language rendering.
 */
const LANGUAGE_FILES = ['catalogue', 'compile', 'render'];

const BANNED = [
  'utils',
  'util',
  'helpers',
  'helper',
  'misc',
  'common',
  'manager',
  'service',
  'services',
  'lib',
  'index',
];
const MAX_LINES = 300;
const MAX_PAGE_LINES = 40;
const PAGE = /^src\/app\/.*(page|layout|template|loading|error|not-found|default|global-error)\.tsx$/;
const ROOT_FILES = ['worker', 'server', 'cli', 'proxy', 'instrumentation', 'instrumentation-client'];
const ROOMS = [
  'cli',
  'app',
  'entry',
  'modules',
  'connectors',
  'platform',
  'kernel',
  'ui',
  'i18n',
  'launch',
  'widget',
];
/** Names that a framework dictates: routes in brackets or parentheses, and Next.js' own metadata files. */
const ROUTE_SEGMENT = /^(\[{1,2}(\.\.\.)?[a-zA-Z]+\]{1,2}|\([a-z-]+\)|@[a-z-]+|openapi\.json)$/;
const KEBAB = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** Names, places and lengths of files. */
export function checkVocabulary(root: string): CheckResult {
  const paths = ['src', 'prisma', 'tests', 'bench'].flatMap((folder) => listFiles(root, folder));
  const findings = paths.flatMap((path) => [
    ...namesOf(path),
    ...placeOf(path),
    ...(isSource(path) ? lengthOf(path, readText(root, path)) : []),
  ]);
  return { findings, seen: paths.length };
}

function namesOf(path: string): Finding[] {
  const segments = path.split('/');
  const stems = segments.map((segment) => segment.split('.')[0] ?? segment);
  // The words every screen shares are one namespace, and its name is a key, not a place.
  const isMessages = path.startsWith('src/i18n/messages/');
  const banned = isMessages ? undefined : stems.find((stem) => BANNED.includes(stem));
  const findings: Finding[] = [];
  if (banned) findings.push(finding('banned-name', path, `"${banned}" says nothing about what is inside`));
  const isMigration = path.startsWith('prisma/migrations/');
  const odd = segments.find((segment) => !KEBAB.test(segment) && !ROUTE_SEGMENT.test(segment));
  if (odd && !isMigration) findings.push(finding('kebab-case', path, `"${odd}" is not kebab-case`));
  return findings;
}

function placeOf(path: string): Finding[] {
  const [top, room, module, name] = path.split('/');
  if (top !== 'src' || room === undefined) return [];
  if (module === undefined) {
    return isRootFile(room) ? [] : [finding('unknown-room', path, 'src holds rooms and the processes only')];
  }
  if (!ROOMS.includes(room)) return [finding('unknown-room', path, `"${room}" is not a room`)];
  if (room !== 'modules') return [];
  if (!moduleOrder.includes(module)) {
    return [finding('unknown-module', path, `"${module}" is not in the order of modules`)];
  }
  return isInVocabulary(module, name, path)
    ? []
    : [finding('module-vocabulary', path, `"${name ?? module}" is not a word of the module vocabulary`)];
}

function isRootFile(name: string): boolean {
  const stem = name.replace(/(\.test)?\.(ts|mjs|css|d\.ts)$/, '');
  return ROOT_FILES.includes(stem);
}

function isInVocabulary(module: string, name: string | undefined, path: string): boolean {
  if (name === undefined) return false;
  const extra = module === 'predicates' ? LANGUAGE_FILES : [];
  const isFile = path.split('/').length === 4;
  if (!isFile) return [...MODULE_FOLDERS, ...extra].includes(name);
  const stem = name.replace(/(\.[a-z-]+)*\.tsx?$/, '');
  return [...MODULE_FILES, ...extra].includes(stem) && (isTest(path) || /^[a-z-]+\.tsx?$/.test(name));
}

function lengthOf(path: string, text: string): Finding[] {
  const lines = text.trimEnd().split('\n').length;
  const findings: Finding[] = [];
  if (lines > MAX_LINES) findings.push(finding('file-length', path, `${lines} lines, at most ${MAX_LINES}`));
  if (PAGE.test(path) && lines > MAX_PAGE_LINES) {
    findings.push(finding('page-length', path, `${lines} lines, a page has at most ${MAX_PAGE_LINES}`));
  }
  return findings;
}

function finding(rule: string, file: string, message: string): Finding {
  return { rule, file, message };
}
