import { defaultBusinessHours } from '@/kernel/business-hours';
import { conflict } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import type { Locale } from '@/kernel/vocabulary';
import { randomBase62 } from '@/platform/auth/random-token';
import { defineSystemUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { slugCandidates } from '../domain/slug';
import { memberJoined } from '../events';
import { admitMember, insertPerson } from '../store';

export interface CreateWorkspace {
  name: string;
  locale: Locale;
  timeZone: string;
  owner: { userId: string; name: string };
  /** Given where the owner has no login yet: it is made in the same transaction. */
  login?: { email: string; passwordHash: string };
}

/**
 * A workspace with its first admin, under the id its context was made with. Refuses `email_taken` where the new
 * login's address has one already. @returns the address it got
 */
export const createWorkspace = defineSystemUseCase({
  name: 'workspace.create',
  run: async ({ db, emit, audit }, input: CreateWorkspace) => {
    const { owner, login, locale } = input;
    if (login) {
      const isNew = await insertPerson(db, { id: owner.userId, name: owner.name, locale, ...login });
      if (!isNew) throw conflict('email_taken', { fields: [{ path: 'email', reason: 'email_taken' }] });
    }
    const slug = await insertWorkspace(db, input);
    const memberId = await admitMember(db, {
      id: newId(),
      userId: owner.userId,
      role: 'admin',
      name: owner.name,
    });
    emit(memberJoined(memberId));
    audit({
      action: 'workspace.created',
      subjectType: 'workspace',
      subjectId: db.workspaceId,
      data: { name: input.name },
    });
    return { slug, memberId };
  },
});

/** Other workspaces are invisible here; a taken address shows only as an insert that does nothing. */
async function insertWorkspace(
  db: Parameters<typeof admitMember>[0],
  { name, locale, timeZone }: CreateWorkspace,
): Promise<string> {
  for (const slug of slugCandidates(name, randomBase62(4))) {
    const rows = await db.query(sql`
      INSERT INTO workspaces (id, slug, name, locale, time_zone, business_hours)
      VALUES (${db.workspaceId}, ${slug}, ${name}, ${locale}, ${timeZone}, ${JSON.stringify(defaultBusinessHours)}::jsonb)
      ON CONFLICT (slug) DO NOTHING RETURNING id`);
    if (rows.length > 0) return slug;
  }
  throw conflict('slug_taken');
}
