import { readRoute } from '@/entry/route';
import { contactPage, listContactsInput } from '@/modules/contacts/contract';
import { listContacts } from '@/modules/contacts/queries';

export const GET = readRoute({
  summary: 'People, by name, newest first, or as a search finds them',
  permission: 'contacts.read',
  input: listContactsInput,
  output: contactPage,
  run: listContacts,
});
