import { writeRoute } from '@/entry/route';
import { contactDetail } from '@/modules/contacts/contract';
import { tagContact } from '@/modules/contacts/use-cases/tag-contact';

export const POST = writeRoute(tagContact, { summary: 'Adds tags to a person', output: contactDetail });
