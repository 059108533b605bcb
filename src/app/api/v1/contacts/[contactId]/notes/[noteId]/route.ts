import { writeRoute } from '@/entry/route';
import { noteView } from '@/modules/contacts/contract';
import { deleteNote, updateNote } from '@/modules/contacts/use-cases/write-note';

export const PATCH = writeRoute(updateNote, { summary: 'Rewrites one’s own note', output: noteView });

export const DELETE = writeRoute(deleteNote, { summary: 'Removes a note' });
