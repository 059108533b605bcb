import { locales } from '@/kernel/vocabulary';
import { sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import { languageDetector } from '@/platform/language/detect-language';
import type { LanguageOf } from '../domain/inbound/message-language';

/** How many of the latest conversations must be in a language before short texts are thought to be in it. */
const HABIT = 3;

/**
 * Tells languages in a batch, by the text, what its network, conversation and sender say, and what people write here.
 * Plan: the primary key of contacts; the newest 500 of conversations by the list's own index.
 */
export async function languageTeller(
  db: TenantTransaction,
  contactIds: ReadonlySet<string>,
): Promise<LanguageOf> {
  const [detect, [senders, habits]] = await Promise.all([
    languageDetector(),
    db.pipeline<[{ id: string; language: string }[], { language: string }[]]>(
      sql`SELECT id, language FROM contacts WHERE workspace_id = ${db.workspaceId} AND id = ANY (${[...contactIds]}::uuid[])
        AND language IS NOT NULL`,
      sql`SELECT language FROM (
          SELECT language FROM conversations WHERE workspace_id = ${db.workspaceId} ORDER BY last_message_at DESC, id DESC LIMIT 500
        ) latest WHERE language IS NOT NULL GROUP BY language HAVING count(*) >= ${HABIT}`,
    ),
  ]);
  const languages = new Map(senders.map(({ id, language }) => [id, language]));
  const expected = [...new Set([...locales, ...habits.map(({ language }) => language)])];
  return (text, { declared, conversation, contactId }) =>
    detect(text, { declared, conversation, sender: languages.get(contactId ?? ''), expected });
}
