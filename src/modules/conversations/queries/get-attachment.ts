import { notFound } from '@/kernel/errors';
import type { MemberContext, TenantContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { files } from '@/platform/files/files';

export interface AttachmentFile {
  bytes: Uint8Array;
  name: string;
  contentType: string;
}

/** A file we keep, for a member. @throws attachment_not_found, also for one that lies at its network */
export function getAttachment(
  context: MemberContext,
  input: { attachmentId: string },
): Promise<AttachmentFile> {
  return findStoredFile(context, input);
}

/** The same for a door that proved its right to the file otherwise. */
export async function findStoredFile(
  { db }: Pick<TenantContext, 'db'>,
  { attachmentId }: { attachmentId: string },
): Promise<AttachmentFile> {
  const [row] = await db.query<{ name: string; contentType: string; storageKey: string | null }>(sql`
    SELECT name, content_type AS "contentType", storage_key AS "storageKey" FROM attachments
    WHERE workspace_id = ${db.workspaceId} AND id = ${attachmentId}::uuid`);
  const bytes = row?.storageKey ? await files().get(row.storageKey) : null;
  if (!row || !bytes) throw notFound('attachment_not_found');
  return { bytes, name: row.name, contentType: row.contentType };
}
