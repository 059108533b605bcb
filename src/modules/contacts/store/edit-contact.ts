import { notFound } from '@/kernel/errors';
import { sql } from '@/platform/db/sql';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import type { AttributeValue } from '../contract';

export interface EditedContact {
  name: string;
  language: string | null;
  location: string | null;
  attributes: Record<string, AttributeValue>;
}

/** The contact, locked. @throws contact_not_found */
export async function lockContact(db: TenantTransaction, contactId: string): Promise<EditedContact> {
  const [row] = await db.query<EditedContact>(sql`SELECT name, language, location, attributes FROM contacts
    WHERE workspace_id = ${db.workspaceId} AND id = ${contactId}::uuid FOR UPDATE`);
  if (!row) throw notFound('contact_not_found');
  return row;
}
