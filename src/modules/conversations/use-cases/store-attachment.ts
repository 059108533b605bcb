import type { z } from 'zod';
import { invalidInput } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import type { MemberContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { sql } from '@/platform/db/sql';
import { fileKey, files } from '@/platform/files/files';
import type { MessageView } from '../contract';
import type { uploadInput } from '../contract/files';
import { isFileOfType, MAX_FILE_BYTES } from '../domain/file-type';

export type StoredAttachment = MessageView['attachments'][number];

/**
 * Keeps a file that a reply will carry. The bytes first, the row after: what is named in the database exists. Refuses
 * more than 25 MB (`file_too_large`), other types than listed and bytes that are not what they claim (`file_type_refused`).
 */
export async function storeAttachment(
  context: MemberContext,
  { name }: z.output<typeof uploadInput>,
  file: { bytes: Uint8Array; contentType: string },
): Promise<StoredAttachment> {
  const { bytes, contentType } = file;
  if (bytes.length === 0) throw invalidInput([{ path: 'body', reason: 'required' }]);
  if (bytes.length > MAX_FILE_BYTES) {
    throw invalidInput([{ path: 'body', reason: 'file_too_large', params: { maximum: MAX_FILE_BYTES } }]);
  }
  if (!isFileOfType(bytes, contentType)) throw invalidInput([{ path: 'body', reason: 'file_type_refused' }]);
  const id = newId();
  const key = fileKey(context.workspace.id, id);
  await files().put(key, bytes, contentType);
  await runUnitOfWork(context, async ({ db, audit }) => {
    await db.query(sql`INSERT INTO attachments (workspace_id, id, name, content_type, size, storage_key)
      VALUES (${db.workspaceId}, ${id}, ${name}, ${contentType}, ${bytes.length}, ${key})`);
    audit({
      action: 'conversations.upload',
      subjectType: 'attachment',
      subjectId: id,
      data: { size: bytes.length },
    });
  });
  const url = `/api/v1/attachments/${id}?workspace=${context.workspace.slug}`;
  return { id, name, contentType, size: bytes.length, url };
}
