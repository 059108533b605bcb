import { writeRoute } from '@/entry/route';
import { contactDetail } from '@/modules/contacts/contract';
import { untagContact } from '@/modules/contacts/use-cases/tag-contact';

export const DELETE = writeRoute(untagContact, {
  summary: 'Takes a tag off a person',
  output: contactDetail,
});
