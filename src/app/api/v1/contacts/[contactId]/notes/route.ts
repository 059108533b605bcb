import { writeRoute } from '@/entry/route';
import { noteView } from '@/modules/contacts/contract';
import { addNote } from '@/modules/contacts/use-cases/write-note';

export const POST = writeRoute(addNote, {
  summary: 'Writes a note about a person',
  output: noteView,
  status: 201,
});
