import { defaultBusinessHours } from '@/kernel/business-hours';
import { conflict, invalidInput } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import type { Locale } from '@/kernel/vocabulary';
import { randomBase62 } from '@/platform/auth/random-token';
import { defineSystemUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { isSlug, slugCandidates } from '../domain/slug';
import { memberJoined } from '../events';
import { admitMember, insertPerson } from '../store';

export interface CreateWorkspace {
  name: string;
  locale: Locale;
  timeZone: string;
  /** The address wished for; refused as `slug_taken` or `slug_unfit` instead of numbered. Made from the name otherwise. */
  slug?: string;
  /** The first admin; without, somebody has to be invited. */
  owner?: { userId: string; name: string };
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
    if (owner && login) {
      const isNew = await insertPerson(db, { id: owner.userId, name: owner.name, locale, ...login });
      if (!isNew) throw conflict('email_taken', { fields: [{ path: 'email', reason: 'email_taken' }] });
    }
    const slug = await insertWorkspace(db, input);
    const memberId = owner ? await admitMember(db, { id: newId(), role: 'admin', ...owner }) : null;
    if (memberId) emit(memberJoined(memberId));
    audit({
      action: 'workspace.created',
      subjectType: 'workspace',
      subjectId: db.workspaceId,
      data: { name: input.name, byMemberId: memberId },
    });
    return { slug, memberId };
  },
});

/** Other workspaces are invisible here; a taken address shows only as an insert that does nothing. */
async function insertWorkspace(
  db: Parameters<typeof admitMember>[0],
  { name, locale, timeZone, slug: wished }: CreateWorkspace,
): Promise<string> {
  if (wished !== undefined && !isSlug(wished)) throw invalidInput([{ path: 'slug', reason: 'slug_unfit' }]);
  for (const slug of wished === undefined ? slugCandidates(name, randomBase62(4)) : [wished]) {
    const rows = await db.query(sql`
      INSERT INTO workspaces (id, slug, name, locale, time_zone, business_hours)
      VALUES (${db.workspaceId}, ${slug}, ${name}, ${locale}, ${timeZone}, ${JSON.stringify(defaultBusinessHours)}::jsonb)
      ON CONFLICT (slug) DO NOTHING RETURNING id`);
    if (rows.length > 0) return slug;
  }
  throw conflict('slug_taken');
}
