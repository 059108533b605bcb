import type { z } from 'zod';
import { forbidden, notFound } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import type { Actor } from '@/platform/context/context';
import { defineUseCase, type UseCaseContext } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { addNoteInput, type NoteView, noteRefInput, updateNoteInput } from '../contract';
import { contactChanged } from '../events';
import { notesSql } from '../sql/contact-columns';
import { type NoteRow, toNote } from '../store/contact-row';
import { lockContact } from '../store/edit-contact';

/** Writes a note about a person. @throws contact_not_found */
export const addNote = defineUseCase({
  name: 'contacts.add_note',
  permission: 'contacts.edit',
  input: addNoteInput,
  run: async (context, { contactId, text }: z.output<typeof addNoteInput>): Promise<NoteView> => {
    const { db, actor } = context;
    await lockContact(db, contactId);
    const id = newId();
    await db.query(sql`INSERT INTO contact_notes (workspace_id, id, contact_id, member_id, text)
      VALUES (${db.workspaceId}, ${id}, ${contactId}::uuid, ${actor.memberId}, ${text})`);
    leaveTrail(context, 'contacts.add_note', contactId, id);
    return findNote(context, contactId, id);
  },
});

/** Rewrites one's own note. Refuses another's (`not_your_note`). */
export const updateNote = defineUseCase({
  name: 'contacts.update_note',
  permission: 'contacts.edit',
  input: updateNoteInput,
  run: async (context, { contactId, noteId, text }: z.output<typeof updateNoteInput>): Promise<NoteView> => {
    await refuseOthers(context, contactId, noteId);
    await context.db.query(sql`UPDATE contact_notes SET text = ${text}, updated_at = now()
      WHERE workspace_id = ${context.db.workspaceId} AND id = ${noteId}::uuid`);
    leaveTrail(context, 'contacts.update_note', contactId, noteId);
    return findNote(context, contactId, noteId);
  },
});

/** Removes one's own note; an admin may remove any. */
export const deleteNote = defineUseCase({
  name: 'contacts.delete_note',
  permission: 'contacts.edit',
  input: noteRefInput,
  run: async (context, { contactId, noteId }: z.output<typeof noteRefInput>): Promise<void> => {
    await refuseOthers(context, contactId, noteId, context.actor.role === 'admin');
    await context.db.query(sql`DELETE FROM contact_notes
      WHERE workspace_id = ${context.db.workspaceId} AND id = ${noteId}::uuid`);
    leaveTrail(context, 'contacts.delete_note', contactId, noteId);
  },
});

async function refuseOthers(
  { db, actor }: UseCaseContext<Actor>,
  contactId: string,
  noteId: string,
  isAllowedAnyway = false,
): Promise<void> {
  const [note] = await db.query<{ memberId: string }>(sql`SELECT member_id AS "memberId" FROM contact_notes
    WHERE workspace_id = ${db.workspaceId} AND id = ${noteId}::uuid AND contact_id = ${contactId}::uuid FOR UPDATE`);
  if (!note) throw notFound('note_not_found');
  if (note.memberId !== actor.memberId && !isAllowedAnyway) throw forbidden('not_your_note');
}

async function findNote({ db }: UseCaseContext<Actor>, contactId: string, id: string): Promise<NoteView> {
  const notes = await db.query<NoteRow>(notesSql(db.workspaceId, contactId));
  const note = notes.find((one) => one.id === id);
  if (!note) throw notFound('note_not_found');
  return toNote(note);
}

function leaveTrail(context: UseCaseContext<Actor>, action: string, contactId: string, noteId: string): void {
  context.emit(contactChanged(contactId));
  context.audit({ action, subjectType: 'contact', subjectId: contactId, data: { noteId } });
}
