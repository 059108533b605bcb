import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { isSource, isTest, listFiles, readText } from './support/files';
import type { CheckResult, Finding } from './support/finding';
import { thrownReasons } from './support/reasons';

const FOLDER = 'src/i18n/messages';
const LOCALES = ['de', 'en'] as const;
const TAG_ONLY = new Set<TYPE>([TYPE.literal, TYPE.pound]);

/** Both languages say the same things with the same figures, and every refusal has its sentence. */
export function checkMessages(root: string): CheckResult {
  const [de, en] = LOCALES.map((locale) => readLocale(root, locale)) as [LocaleMessages, LocaleMessages];
  const findings = [
    ...de.findings,
    ...en.findings,
    ...missing(de, en),
    ...missing(en, de),
    ...differentArguments(de, en),
    ...unlistedNamespaces(root, en),
    ...reasonsWithoutSentence(root, en),
  ];
  return { findings, seen: de.messages.size + en.messages.size };
}

interface LocaleMessages {
  locale: string;
  namespaces: readonly string[];
  /** By `namespace.key`. */
  messages: ReadonlyMap<string, { file: string; arguments: string | undefined }>;
  findings: readonly Finding[];
}

function readLocale(root: string, locale: string): LocaleMessages {
  const messages = new Map<string, { file: string; arguments: string | undefined }>();
  const findings: Finding[] = [];
  const files = listFiles(root, `${FOLDER}/${locale}`).filter((file) => file.endsWith('.json'));
  for (const file of files) {
    const namespace = namespaceOf(file);
    for (const [key, text] of leaves(JSON.parse(readText(root, file)), namespace)) {
      const read = readMessage(text);
      if ('refusal' in read) findings.push({ rule: read.rule, file, message: `${key}: ${read.refusal}` });
      messages.set(key, { file, arguments: 'refusal' in read ? undefined : read.arguments });
    }
  }
  return { locale, namespaces: files.map(namespaceOf), messages, findings };
}

function namespaceOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1, -'.json'.length);
}

function leaves(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}.${key}`));
}

function readMessage(text: unknown): { arguments: string } | { rule: string; refusal: string } {
  if (typeof text !== 'string') return { rule: 'message-text', refusal: 'not a text' };
  if (text.trim() === '') return { rule: 'message-empty', refusal: 'empty' };
  try {
    const names = new Set<string>();
    argumentsOf(parse(text), names);
    return { arguments: [...names].sort().join(', ') };
  } catch (error) {
    return { rule: 'message-icu', refusal: error instanceof Error ? error.message : String(error) };
  }
}

/** `count:plural`, `name:argument`, `b:tag`: name and kind, since a plural in one language is one in the other. */
function argumentsOf(elements: readonly MessageFormatElement[], into: Set<string>): void {
  for (const element of elements) {
    if (TAG_ONLY.has(element.type) || !('value' in element)) continue;
    into.add(element.type === TYPE.tag ? `<${element.value}>` : String(element.value));
    if ('options' in element) {
      for (const option of Object.values(element.options)) argumentsOf(option.value, into);
    }
    if ('children' in element) argumentsOf(element.children, into);
  }
}

function missing(from: LocaleMessages, other: LocaleMessages): Finding[] {
  return [...from.messages]
    .filter(([key]) => !other.messages.has(key))
    .map(([key, { file }]) => ({
      rule: 'message-parity',
      file,
      message: `${key} has no sentence in ${other.locale}`,
    }));
}

function differentArguments(de: LocaleMessages, en: LocaleMessages): Finding[] {
  return [...de.messages].flatMap(([key, german]) => {
    const english = en.messages.get(key);
    if (english?.arguments === undefined || german.arguments === undefined) return [];
    if (english.arguments === german.arguments) return [];
    const message = `${key} takes {${german.arguments}} in German and {${english.arguments}} in English`;
    return [{ rule: 'message-arguments', file: german.file, message }];
  });
}

/** A namespace that the configuration of `src/i18n` does not name is never loaded. */
function unlistedNamespaces(root: string, en: LocaleMessages): Finding[] {
  const configuration = listFiles(root, 'src/i18n')
    .filter((file) => isSource(file) && !isTest(file))
    .map((file) => readText(root, file))
    .join('\n');
  return en.namespaces
    .filter(
      (namespace) =>
        !new RegExp(`['"/]${namespace}(\\.json)?['"]|^\\s*${namespace}[,:]`, 'm').test(configuration),
    )
    .map((namespace) => ({
      rule: 'message-namespace',
      file: `${FOLDER}/en/${namespace}.json`,
      message: `src/i18n names no "${namespace}", so it is never loaded`,
    }));
}

function reasonsWithoutSentence(root: string, en: LocaleMessages): Finding[] {
  const files = listFiles(root, 'src').filter((file) => /\.tsx?$/.test(file) && !isTest(file));
  return files.flatMap((file) =>
    thrownReasons(file, readText(root, file))
      .filter(({ key }) => !en.messages.has(key))
      .map(({ key, line }) => ({ rule: 'reason-sentence', file, line, message: `no sentence for ${key}` })),
  );
}
