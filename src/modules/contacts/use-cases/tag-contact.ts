import type { z } from 'zod';
import { notFound } from '@/kernel/errors';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { type ContactDetail, tagContactInput, untagContactInput } from '../contract';
import { contactChanged } from '../events';
import { getContact } from '../queries';
import { lockContact } from '../store/edit-contact';

/** Adds tags; those it has already stay. Refuses unknown ones (`tag_not_found`). */
export const tagContact = defineUseCase({
  name: 'contacts.tag',
  permission: 'contacts.edit',
  input: tagContactInput,
  run: async (context, { contactId, tagIds }: z.output<typeof tagContactInput>): Promise<ContactDetail> => {
    const { db, emit, audit } = context;
    await lockContact(db, contactId);
    const wanted = [...new Set(tagIds)];
    const known = await db.query(sql`SELECT 1 FROM tags
      WHERE workspace_id = ${db.workspaceId} AND id = ANY (${wanted}::uuid[]) FOR KEY SHARE`);
    if (known.length < wanted.length) throw notFound('tag_not_found');
    await db.query(sql`INSERT INTO contact_tags (workspace_id, contact_id, tag_id)
      SELECT ${db.workspaceId}::uuid, ${contactId}::uuid, t.id FROM unnest(${wanted}::uuid[]) AS t(id) ON CONFLICT DO NOTHING`);
    emit(contactChanged(contactId));
    audit({ action: 'contacts.tag', subjectType: 'contact', subjectId: contactId, data: { tagIds: wanted } });
    return getContact(context, { contactId });
  },
});

/** Takes a tag off; one it does not have changes nothing. */
export const untagContact = defineUseCase({
  name: 'contacts.untag',
  permission: 'contacts.edit',
  input: untagContactInput,
  run: async (context, { contactId, tagId }: z.output<typeof untagContactInput>): Promise<ContactDetail> => {
    const { db, emit, audit } = context;
    await lockContact(db, contactId);
    const gone = await db.query(sql`DELETE FROM contact_tags
      WHERE workspace_id = ${db.workspaceId} AND contact_id = ${contactId}::uuid AND tag_id = ${tagId}::uuid RETURNING tag_id`);
    if (gone.length > 0) {
      emit(contactChanged(contactId));
      audit({ action: 'contacts.untag', subjectType: 'contact', subjectId: contactId, data: { tagId } });
    }
    return getContact(context, { contactId });
  },
});
