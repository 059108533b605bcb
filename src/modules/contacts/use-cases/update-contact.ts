import { invalidInput } from '@/kernel/errors';
import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import {
  type AttributeValue,
  type ContactDetail,
  type UpdateContactInput,
  updateContactInput,
} from '../contract';
import { contactChanged } from '../events';
import { getContact } from '../queries';
import { lockContact } from '../store/edit-contact';
import { refreshSearchText } from './refresh-search-text';

const MAX_ATTRIBUTES = 100;

/** Changes what is given and keeps the rest; an attribute given as null goes. Refuses more than 100 attributes. */
export const updateContact = defineUseCase({
  name: 'contacts.update',
  permission: 'contacts.edit',
  input: updateContactInput,
  run: async (context, { contactId, ...change }: UpdateContactInput): Promise<ContactDetail> => {
    const { db, emit, audit } = context;
    const before = await lockContact(db, contactId);
    const attributes = merged(before.attributes, change.attributes ?? {});
    if (Object.keys(attributes).length > MAX_ATTRIBUTES) {
      throw invalidInput([{ path: 'attributes', reason: 'too_many', params: { maximum: MAX_ATTRIBUTES } }]);
    }
    const name = change.name ?? before.name;
    const language = change.language === undefined ? before.language : change.language;
    const location = change.location === undefined ? before.location : change.location;
    await db.query(sql`UPDATE contacts SET name = ${name}, language = ${language}, location = ${location},
          attributes = ${JSON.stringify(attributes)}::jsonb, updated_at = now()
        WHERE workspace_id = ${db.workspaceId} AND id = ${contactId}::uuid`);
    await refreshSearchText(db, [contactId]);
    emit(contactChanged(contactId));
    const fields = [...Object.keys(change), ...Object.keys(change.attributes ?? {})];
    audit({ action: 'contacts.update', subjectType: 'contact', subjectId: contactId, data: { fields } });
    return getContact(context, { contactId });
  },
});

function merged(before: Record<string, AttributeValue>, change: Record<string, AttributeValue | null>) {
  const entries = Object.entries({ ...before, ...change }).filter(([, value]) => value !== null);
  return Object.fromEntries(entries) as Record<string, AttributeValue>;
}
