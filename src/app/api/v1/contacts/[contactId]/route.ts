import { readRoute, writeRoute } from '@/entry/route';
import { contactDetail, contactRefInput } from '@/modules/contacts/contract';
import { getContact } from '@/modules/contacts/queries';
import { updateContact } from '@/modules/contacts/use-cases/update-contact';

export const GET = readRoute({
  summary: 'One person with identities, tags, attributes and notes',
  permission: 'contacts.read',
  input: contactRefInput,
  output: contactDetail,
  run: getContact,
});

export const PATCH = writeRoute(updateContact, {
  summary: 'Changes name, language, location or attributes',
  output: contactDetail,
});
