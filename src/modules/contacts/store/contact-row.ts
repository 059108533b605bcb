import type { ContactDetail, ContactSummary, NoteView } from '../contract';

export interface SummaryRow extends Omit<ContactSummary, 'createdAt' | 'tags'> {
  createdAt: Date;
  tags: ContactSummary['tags'] | null;
}

export interface DetailRow extends SummaryRow {
  attributes: ContactDetail['attributes'];
  updatedAt: Date;
  organization_id: string | null;
  organization_name: string | null;
  owner_id: string | null;
  owner_name: string | null;
}

export interface NoteRow {
  id: string;
  text: string;
  memberId: string;
  memberName: string;
  createdAt: Date;
  updatedAt: Date;
}

export function toSummary({
  id,
  name,
  avatarUrl,
  language,
  location,
  networks,
  tags,
  createdAt,
}: SummaryRow): ContactSummary {
  return {
    id,
    name,
    avatarUrl,
    language,
    location,
    networks,
    tags: tags ?? [],
    createdAt: createdAt.toISOString(),
  };
}

export function toDetail(
  row: DetailRow,
  identities: ContactDetail['identities'],
  notes: readonly NoteRow[],
): ContactDetail {
  return {
    ...toSummary(row),
    attributes: row.attributes,
    identities,
    notes: notes.map(toNote),
    organization: row.organization_id ? { id: row.organization_id, name: row.organization_name ?? '' } : null,
    owner: row.owner_id ? { id: row.owner_id, name: row.owner_name ?? '' } : null,
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function toNote({ id, text, memberId, memberName, createdAt, updatedAt }: NoteRow): NoteView {
  return {
    id,
    text,
    author: { id: memberId, name: memberName },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
