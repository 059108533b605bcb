import type { InboundAuthor } from '@/connectors/contract';
import { newId } from '@/kernel/ids';
import { refreshSearchText } from '@/modules/contacts/use-cases/refresh-search-text';
import { sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';

/** Whose namespace the external ids are: the network's (`realm` empty) or one channel's. */
export interface IdentityRealm {
  network: string;
  realm: string;
}

interface KnownIdentity {
  id: string;
  contactId: string;
  externalId: string;
  name: string;
  handle: string | null;
  avatarUrl: string | null;
  profileUrl: string | null;
}

/**
 * The contact behind each author: the same external id is the same contact, a new one becomes a contact with one
 * identity. Nobody is ever joined by name. Names, handles and pictures follow the network; a contact's own name
 * follows only while nobody has changed it here.
 * @returns contact ids by the authors' external ids
 */
export async function resolveAuthors(
  db: TenantDb,
  { network, realm }: IdentityRealm,
  authors: readonly InboundAuthor[],
): Promise<ReadonlyMap<string, string>> {
  const latest = new Map(authors.map((author) => [author.externalId, author]));
  if (latest.size === 0) return new Map();
  let known = await findIdentities(db, { network, realm }, [...latest.keys()]);
  if (known.length < latest.size) {
    // Two channels of one network may meet the same stranger at the same moment.
    await db.query(
      sql`SELECT pg_advisory_xact_lock(hashtextextended(${`identities:${db.workspaceId}:${network}:${realm}`}, 0))`,
    );
    known = await findIdentities(db, { network, realm }, [...latest.keys()]);
  }
  const isKnown = new Set(known.map(({ externalId }) => externalId));
  const strangers = [...latest.values()].filter(({ externalId }) => !isKnown.has(externalId));
  const created = await createContacts(db, { network, realm }, strangers);
  const changed = known.filter((identity) => hasChanged(identity, latest.get(identity.externalId)));
  await followChanges(db, changed, latest);
  await refreshSearchText(db, [...created.values(), ...changed.map(({ contactId }) => contactId)]);
  return new Map([...known.map(({ externalId, contactId }) => [externalId, contactId] as const), ...created]);
}

/** Plan: unique index (workspace_id, network, realm, external_id). */
function findIdentities(db: TenantDb, { network, realm }: IdentityRealm, externalIds: readonly string[]) {
  return db.query<KnownIdentity>(sql`
    SELECT id, contact_id AS "contactId", external_id AS "externalId", name, handle,
      avatar_url AS "avatarUrl", profile_url AS "profileUrl"
    FROM identities
    WHERE workspace_id = ${db.workspaceId} AND network = ${network} AND realm = ${realm}
      AND external_id = ANY (${externalIds}::text[])`);
}

async function createContacts(
  db: TenantDb,
  { network, realm }: IdentityRealm,
  strangers: readonly InboundAuthor[],
) {
  const contactIds = new Map(strangers.map(({ externalId }) => [externalId, newId()]));
  if (strangers.length === 0) return contactIds;
  const rows = JSON.stringify(
    strangers.map((author) => ({ ...author, id: newId(), contactId: contactIds.get(author.externalId) })),
  );
  await db.pipeline(
    sql`INSERT INTO contacts (workspace_id, id, name, avatar_url)
      SELECT ${db.workspaceId}, s."contactId", s.name, s."avatarUrl"
      FROM jsonb_to_recordset(${rows}::jsonb) AS s("contactId" uuid, name text, "avatarUrl" text)`,
    sql`INSERT INTO identities (workspace_id, id, contact_id, network, realm, external_id, name, handle, avatar_url, profile_url)
      SELECT ${db.workspaceId}, s.id, s."contactId", ${network}, ${realm}, s."externalId", s.name, s.handle, s."avatarUrl", s."profileUrl"
      FROM jsonb_to_recordset(${rows}::jsonb) AS s(id uuid, "contactId" uuid, "externalId" text, name text, handle text,
        "avatarUrl" text, "profileUrl" text)`,
  );
  return contactIds;
}

function hasChanged(identity: KnownIdentity, author: InboundAuthor | undefined): boolean {
  if (!author) return false;
  return (
    (!author.isNamePlaceholder && author.name !== identity.name) ||
    (author.handle !== undefined && author.handle !== identity.handle) ||
    (author.avatarUrl !== undefined && author.avatarUrl !== identity.avatarUrl) ||
    (author.profileUrl !== undefined && author.profileUrl !== identity.profileUrl)
  );
}

async function followChanges(
  db: TenantDb,
  changed: readonly KnownIdentity[],
  latest: ReadonlyMap<string, InboundAuthor>,
): Promise<void> {
  if (changed.length === 0) return;
  const rows = JSON.stringify(
    changed.map((identity) => {
      const author = latest.get(identity.externalId);
      const name = author && !author.isNamePlaceholder ? author.name : identity.name;
      return {
        ...identity,
        oldName: identity.name,
        oldAvatarUrl: identity.avatarUrl,
        name,
        handle: author?.handle ?? identity.handle,
        avatarUrl: author?.avatarUrl ?? identity.avatarUrl,
        profileUrl: author?.profileUrl ?? identity.profileUrl,
      };
    }),
  );
  await db.pipeline(
    sql`UPDATE identities i SET name = r.name, handle = r.handle, avatar_url = r."avatarUrl", profile_url = r."profileUrl", updated_at = now()
      FROM jsonb_to_recordset(${rows}::jsonb) AS r(id uuid, name text, handle text, "avatarUrl" text, "profileUrl" text)
      WHERE i.workspace_id = ${db.workspaceId} AND i.id = r.id`,
    sql`UPDATE contacts c SET
        name = CASE WHEN c.name = r."oldName" THEN r.name ELSE c.name END,
        avatar_url = CASE WHEN c.avatar_url IS NOT DISTINCT FROM r."oldAvatarUrl" THEN r."avatarUrl" ELSE c.avatar_url END,
        updated_at = now()
      FROM jsonb_to_recordset(${rows}::jsonb) AS r("contactId" uuid, name text, "oldName" text, "avatarUrl" text, "oldAvatarUrl" text)
      WHERE c.workspace_id = ${db.workspaceId} AND c.id = r."contactId"`,
  );
}
