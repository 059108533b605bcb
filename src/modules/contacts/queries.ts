import { invalidInput, notFound } from '@/kernel/errors';

import { decodeCursor, toPage } from '@/kernel/pagination';
import { compilePredicate } from '@/modules/predicates/compile';
import { predicateInput } from '@/modules/predicates/contract';
import type { MemberContext } from '@/platform/context/context';
import { join, type Sql, sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';
import type { ContactDetail, ContactPage, ListContactsInput, TagUse, TagView } from './contract';
import { contactDetailSql, identitiesSql, notesSql, summaryColumns } from './sql/contact-columns';
import { type DetailRow, type NoteRow, type SummaryRow, toDetail, toSummary } from './store/contact-row';

/** One contact with everything the person pane shows; three statements in one flush. @throws contact_not_found */
export async function getContact(
  { db }: { db: TenantDb },
  { contactId }: { contactId: string },
): Promise<ContactDetail> {
  const contact = toContact(...(await db.pipeline<ContactRows>(...contactSql(db.workspaceId, contactId))));
  if (!contact) throw notFound('contact_not_found');
  return contact;
}

export type ContactRows = [DetailRow[], ContactDetail['identities'], NoteRow[]];

/**
 * The statements behind `getContact`, for a screen that sends them in a flush with its own.
 * @param contactId an id, or a scalar sub-select that gives one
 */
export function contactSql(workspaceId: string, contactId: string | Sql): [Sql, Sql, Sql] {
  return [
    contactDetailSql(workspaceId, contactId),
    identitiesSql(workspaceId, contactId),
    notesSql(workspaceId, contactId),
  ];
}

/** What those statements found; null where there is no such contact. */
export function toContact(...[[row], identities, notes]: ContactRows): ContactDetail | null {
  return row ? toDetail(row, identities, notes) : null;
}

/** All tags by name; a workspace has hundreds at most. */
export function listTags({ db }: { db: TenantDb }): Promise<TagView[]> {
  return db.query<TagView>(
    sql`SELECT id, name, color FROM tags WHERE workspace_id = ${db.workspaceId} ORDER BY lower(name), id`,
  );
}

/**
 * How often each tag is used, for those used at all.
 * Plan: two index-only scans, conversation_tags and contact_tags (workspace_id, tag_id, …); a few ms per 100,000.
 */
export function countTagUses({ db }: { db: TenantDb }): Promise<TagUse[]> {
  return db.query<TagUse>(sql`
    SELECT tag_id AS "tagId", sum(conversations)::int AS conversations, sum(contacts)::int AS contacts FROM (
      SELECT tag_id, count(*) AS conversations, 0 AS contacts FROM conversation_tags
      WHERE workspace_id = ${db.workspaceId} GROUP BY tag_id
      UNION ALL
      SELECT tag_id, 0, count(*) FROM contact_tags WHERE workspace_id = ${db.workspaceId} GROUP BY tag_id
    ) uses GROUP BY tag_id`);
}

/** A page of contacts: by name or newest first; with `q` those it finds, best first, with how many there are. */
export async function listContacts(context: MemberContext, input: ListContactsInput): Promise<ContactPage> {
  return input.q === undefined ? walk(context, input) : find(context, input, input.q);
}

/** Plan: contacts_name, or contacts_workspace_id_created_at_id_idx; a keyset walk of `limit` rows. */
async function walk(context: MemberContext, input: ListContactsInput): Promise<ContactPage> {
  const { db } = context;
  const { sort, limit, cursor } = input;
  const conditions = [sql`ct.workspace_id = ${db.workspaceId}::uuid`, ...filters(context, input)];
  if (cursor) {
    const [value, id] = decodeCursor(cursor, [sort === 'name' ? 'text' : 'instant', 'id']);
    conditions.push(
      sort === 'name'
        ? sql`(ct.name, ct.id) > (${value}, ${id}::uuid)`
        : sql`(ct.created_at, ct.id) < (${value}::timestamptz, ${id}::uuid)`,
    );
  }
  const order = sort === 'name' ? sql`ct.name, ct.id` : sql`ct.created_at DESC, ct.id DESC`;
  const rows = await db.query<SummaryRow>(sql`
    SELECT ${summaryColumns} FROM (
      SELECT * FROM contacts ct WHERE ${join(conditions, ' AND ')} ORDER BY ${order} LIMIT ${limit + 1}::int
    ) ct ORDER BY ${order}`);
  const page = toPage(rows, limit, (row) => [
    sort === 'name' ? row.name : row.createdAt.toISOString(),
    row.id,
  ]);
  return { data: page.data.map(toSummary), nextCursor: page.nextCursor, total: null };
}

/** A search's ranks are no keyset: its cursor is a number of rows. */
const SEARCH_DEPTH = 2000;

interface FoundRow extends SummaryRow {
  total: number;
}

/** Plan: function scan of search_contacts (trigram index inside), then primary keys. */
async function find(context: MemberContext, input: ListContactsInput, q: string): Promise<ContactPage> {
  const { db } = context;
  const { limit, cursor } = input;
  const skip = cursor ? Number(decodeCursor(cursor, ['offset'])[0]) : 0;
  if (skip > SEARCH_DEPTH) {
    throw invalidInput([{ path: 'cursor', reason: 'invalid_cursor' }]);
  }
  const narrowed = filters(context, input);
  const isNarrowed = narrowed.length > 0;
  // Narrowed by more than the search, the function's own paging and total do not hold.
  const [offset, most] = isNarrowed ? [0, SEARCH_DEPTH] : [skip, limit + 1];
  const rows = await db.query<FoundRow>(sql`
    SELECT ${summaryColumns}, ct.total FROM (
      SELECT ct.*, f.position, ${isNarrowed ? sql`count(*) OVER ()::int` : sql`f.total`} AS total
      FROM search_contacts(${q}::text, ${offset}::int, ${most}::int) WITH ORDINALITY AS f(contact_id, similarity, total, position)
      JOIN contacts ct ON ct.workspace_id = ${db.workspaceId}::uuid AND ct.id = f.contact_id
      ${isNarrowed ? sql`WHERE ${join(narrowed, ' AND ')}` : sql``}
      ORDER BY f.position OFFSET ${isNarrowed ? skip : 0}::int LIMIT ${limit + 1}::int
    ) ct ORDER BY ct.position`);
  const page = toPage(rows, limit, () => [skip + limit]);
  return { data: page.data.map(toSummary), nextCursor: page.nextCursor, total: rows[0]?.total ?? 0 };
}

function filters(context: MemberContext, { tag, filter }: ListContactsInput): Sql[] {
  const conditions: Sql[] = [];
  if (tag) {
    conditions.push(sql`EXISTS (SELECT 1 FROM contact_tags tg WHERE tg.workspace_id = ct.workspace_id
      AND tg.contact_id = ct.id AND tg.tag_id = ${tag}::uuid)`);
  }
  if (filter) conditions.push(predicate(context, filter));
  return conditions;
}

function predicate(context: MemberContext, text: string): Sql {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw invalidInput([{ path: 'filter', reason: 'invalid_json' }]);
  }
  const parsed = predicateInput.safeParse(raw);
  if (!parsed.success) throw invalidInput([{ path: 'filter', reason: 'invalid_value' }]);
  return compilePredicate(parsed.data, context.offers.catalogueFor('contact', parsed.data), {
    workspaceId: context.workspace.id,
    memberId: context.actor.memberId,
    now: context.now(),
    timeZone: context.workspace.timeZone,
  });
}
