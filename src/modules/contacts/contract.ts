import { z } from 'zod';
import { networks, tagColors } from '@/kernel/vocabulary';

const instant = z.iso.datetime({ offset: true });
const id = z.uuid();

export const tagView = z.strictObject({ id, name: z.string(), color: z.string() });
export type TagView = z.infer<typeof tagView>;

/** What would lose the tag if it went. */
export interface TagUse {
  tagId: string;
  conversations: number;
  contacts: number;
}

/** A typed custom field's value: text, a number, yes or no, an ISO day, or several texts. */
export const attributeValue = z.union([
  z.string().max(2000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(50),
]);
export type AttributeValue = z.infer<typeof attributeValue>;
export const attributeKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'invalid_attribute_key');

export const contactSummary = z.strictObject({
  id,
  name: z.string(),
  avatarUrl: z.string().nullable(),
  language: z.string().nullable(),
  location: z.string().nullable(),
  networks: z.array(z.enum(networks)),
  tags: z.array(tagView),
  createdAt: instant,
});
export type ContactSummary = z.infer<typeof contactSummary>;

export const contactPage = z.strictObject({
  data: z.array(contactSummary),
  nextCursor: z.string().nullable(),
  /** How many match in all where something was searched for, exact up to 2,000 (500 for one or two letters). */
  total: z.number().int().nullable(),
});
export type ContactPage = z.infer<typeof contactPage>;

export const identityView = z.strictObject({
  id,
  network: z.enum(networks),
  externalId: z.string(),
  name: z.string(),
  handle: z.string().nullable(),
  avatarUrl: z.string().nullable(),
  profileUrl: z.string().nullable(),
  isVerified: z.boolean(),
});

export const noteView = z.strictObject({
  id,
  text: z.string(),
  author: z.strictObject({ id, name: z.string() }),
  createdAt: instant,
  updatedAt: instant,
});
export type NoteView = z.infer<typeof noteView>;

export const contactDetail = contactSummary.extend({
  attributes: z.record(z.string(), attributeValue),
  identities: z.array(identityView),
  notes: z.array(noteView),
  organization: z.strictObject({ id, name: z.string() }).nullable(),
  owner: z.strictObject({ id, name: z.string() }).nullable(),
  updatedAt: instant,
});
export type ContactDetail = z.infer<typeof contactDetail>;

export const contactSorts = ['name', 'newest'] as const;
export const listContactsInput = z.strictObject({
  q: z.string().trim().min(1).max(200).optional(),
  sort: z.enum(contactSorts).default('name'),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(500).optional(),
  tag: id.optional(),
  /** A predicate over contacts, as JSON. */
  filter: z.string().max(20_000).optional(),
});
export type ListContactsInput = z.output<typeof listContactsInput>;

export const contactRefInput = z.strictObject({ contactId: id });
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .transform((value) => value || null);

export const updateContactInput = z.strictObject({
  contactId: id,
  name: z.string().trim().min(1).max(200).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'invalid_language')
    .nullable()
    .optional(),
  location: optionalText(200).optional(),
  /** Keys given are set, keys given as null removed, all others stay. */
  attributes: z.record(attributeKey, attributeValue.nullable()).optional(),
});
export type UpdateContactInput = z.output<typeof updateContactInput>;

export const tagContactInput = z.strictObject({ contactId: id, tagIds: z.array(id).min(1).max(50) });
export const untagContactInput = z.strictObject({ contactId: id, tagId: id });

const noteText = z.string().trim().min(1).max(20_000);
export const addNoteInput = z.strictObject({ contactId: id, text: noteText });
export const updateNoteInput = z.strictObject({ contactId: id, noteId: id, text: noteText });
export const noteRefInput = z.strictObject({ contactId: id, noteId: id });

const tagName = z.string().trim().min(1).max(60);
export const tagsInput = z.strictObject({});
export const createTagInput = z.strictObject({ name: tagName, color: z.enum(tagColors).default('c1') });
export const updateTagInput = z.strictObject({
  tagId: id,
  name: tagName.optional(),
  color: z.enum(tagColors).optional(),
});
export const tagRefInput = z.strictObject({ tagId: id });
/** Everything tagged with `tagId` gets `intoTagId` instead; the first is gone afterwards. */
export const mergeTagInput = z.strictObject({ tagId: id, intoTagId: id });
export const tagList = z.strictObject({ data: z.array(tagView), nextCursor: z.null() });
