import { sql } from '@/platform/db/sql';
import type { TenantDb } from '@/platform/db/tenant-db';
import type { DemoPerson } from '../demo/shape';
import type { IdOf } from './demo-ids';

/** One batch of people: contacts with what a search looks through, and an identity for each network they are on. */
export async function loadPeople(db: TenantDb, batch: readonly DemoPerson[], idOf: IdOf): Promise<void> {
  const contacts = batch.map((person) => ({
    id: idOf('contact', person.key),
    name: person.displayName,
    language: person.language,
    location: person.city,
    attributes: person.attributes,
    search: [
      person.displayName,
      ...person.identities.flatMap(({ name, handle, externalId }) => [name, handle ?? '', externalId]),
      ...Object.values(person.attributes).map(String),
    ].join(' '),
  }));
  const identities = batch.flatMap((person) =>
    person.identities.map((identity) => ({
      id: idOf('identity', `${identity.network}/${identity.externalId}`),
      contactId: idOf('contact', person.key),
      realm: idOf('channel', identity.network),
      handle: null,
      profileUrl: null,
      ...identity,
    })),
  );
  await db.pipeline(
    sql`INSERT INTO contacts (workspace_id, id, name, language, location, attributes, search_text)
      SELECT ${db.workspaceId}::uuid, r.id, r.name, r.language, r.location, r.attributes, left(fold_text(r.search), 4000)
      FROM jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb)
        AS r(id uuid, name text, language text, location text, attributes jsonb, search text)
      ON CONFLICT DO NOTHING`,
    sql`INSERT INTO identities (workspace_id, id, contact_id, network, realm, external_id, name, handle, profile_url)
      SELECT ${db.workspaceId}::uuid, r.id, r."contactId", r.network, r.realm, r."externalId", r.name, r.handle, r."profileUrl"
      FROM jsonb_to_recordset(${JSON.stringify(identities)}::jsonb)
        AS r(id uuid, "contactId" uuid, network text, realm text, "externalId" text, name text, handle text, "profileUrl" text)
      ON CONFLICT DO NOTHING`,
  );
}
