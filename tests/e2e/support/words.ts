import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from 'next-intl';
import { formats } from '@/i18n/formats';
import type { Messages } from '@/i18n/namespaces';
import type { Locale } from '@/kernel/vocabulary';

const folder = join(import.meta.dirname, '../../../src/i18n/messages');

/** Every message of one language by namespace, as the files have it. */
export function messagesOf(locale: Locale): Messages {
  const files = readdirSync(join(folder, locale));
  const entries = files.map((file) => [
    file.replace(/\.json$/, ''),
    JSON.parse(readFileSync(join(folder, locale, file), 'utf8')),
  ]);
  return Object.fromEntries(entries);
}

/** The words people read, from the message files: `t('inbox.views.mine')`. */
export function wordsOf(locale: Locale) {
  return createTranslator({ locale, messages: messagesOf(locale), formats });
}

export const t = wordsOf('de');
