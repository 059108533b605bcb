import { readdirSync, readFileSync } from 'node:fs';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '@/kernel/errors';
import { locales, networks } from '@/kernel/vocabulary';
import { loadMessages } from './load-messages';
import { namespaces } from './namespaces';

const folder = (locale: string) => new URL(`./messages/${locale}/`, import.meta.url);

function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    flat(inner, path ? `${path}.${key}` : key),
  );
}

/** The ICU arguments a message takes, those within the branches of a plural or a choice included. */
function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  // What a brace opens: an argument within text, the text of a branch within an argument.
  const open: ('argument' | 'branch')[] = [];
  for (const [place, sign] of [...message].entries()) {
    if (sign === '}') open.pop();
    if (sign !== '{') continue;
    const isArgument = open.at(-1) !== 'argument';
    open.push(isArgument ? 'argument' : 'branch');
    const name = isArgument && /^\s*(\w+)\s*[,}]/.exec([...message].slice(place + 1).join(''))?.[1];
    if (name) found.add(name);
  }
  return [...found].sort();
}

describe.each(locales)('%s', (locale) => {
  it('has exactly the files of namespaces.ts', () => {
    const files = readdirSync(folder(locale)).map((file) => file.replace('.json', ''));
    expect(files.sort()).toEqual([...namespaces].sort());
  });

  it('says something for each key, in valid ICU', async () => {
    const messages = await loadMessages(locale);
    for (const [key, text] of flat(messages)) {
      expect(text.trim(), key).not.toBe('');
      const onError = (error: Error) => {
        if (error.message.includes('INVALID_MESSAGE')) throw error;
      };
      createTranslator({ locale, messages: messages as never, onError })(key as never);
    }
  });

  it('names every network and every error code', () => {
    const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder(locale)), 'utf8')) as object;
    expect(Object.keys(read('networks.json')).sort()).toEqual([...networks].sort());
    expect(Object.keys(read('errors.json'))).toEqual(expect.arrayContaining([...errorCodes]));
  });
});

it.each(namespaces)('%s has the same keys and arguments in both languages', async (namespace) => {
  const [de, en] = await Promise.all(
    locales.map(async (locale) => flat((await loadMessages(locale))[namespace])),
  );
  const shape = (entries: [string, string][] = []) =>
    Object.fromEntries(entries.map(([key, text]) => [key, argumentsOf(text)]));
  expect(shape(de)).toEqual(shape(en));
});
