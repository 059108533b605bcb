import { beforeEach, expect, it } from 'vitest';
import { execute } from '@/entry/execute';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import {
  aChannel,
  aContact,
  aConversation,
  aMessage,
  aTag,
  trailOf,
} from '../../../../tests/factories/conversations';
import { aMember, aWorkspace, type TestWorkspace } from '../../../../tests/factories/workspaces';
import { search } from '../../conversations/queries/search';
import { listContactsInput } from '../contract';
import { getContact, listContacts, listTags } from '../queries';
import { createTag, mergeTag, updateTag } from './manage-tags';
import { tagContact, untagContact } from './tag-contact';
import { updateContact } from './update-contact';
import { addNote, deleteNote, updateNote } from './write-note';

let workspace: TestWorkspace;
let mira: MemberContext;
let contactId: string;
const list = (raw: object) => listContacts(mira, listContactsInput.parse(raw));

beforeEach(async () => {
  workspace = await aWorkspace();
  mira = await aMember(workspace, { name: 'Mira' });
  contactId = await aContact(workspace, { name: 'Jürgen Müller', attributes: { size: 'L', old: true } });
});

it('is edited field by field, and found by what is new', async () => {
  const contact = await execute(updateContact, mira, {
    contactId,
    location: 'Köln',
    attributes: { old: null, shoe_size: 44, phone: '+49 221 555' },
  });
  expect(contact).toMatchObject({
    name: 'Jürgen Müller',
    location: 'Köln',
    attributes: { size: 'L', shoe_size: 44, phone: '+49 221 555' },
  });
  expect((await list({ q: '221 555' })).data.map(({ id }) => id)).toEqual([contactId]);
  expect(await trailOf(workspace)).toEqual({ events: ['contact.changed'], audits: ['contacts.update'] });
  await expect(execute(updateContact, mira, { contactId, attributes: { 'Bad Key': 1 } })).rejects.toThrow(
    'invalid_input',
  );
});

it('carries tags that can be renamed and merged', async () => {
  const repair = await execute(createTag, mira, { name: 'Repair' });
  await expect(execute(createTag, mira, { name: 'repair' })).rejects.toThrow('tag_exists');
  const fixing = await execute(createTag, mira, { name: 'Fixing', color: 'c3' });
  await execute(tagContact, mira, { contactId, tagIds: [repair.id, fixing.id] });
  await execute(updateTag, mira, { tagId: fixing.id, name: 'Mending' });
  await execute(mergeTag, mira, { tagId: repair.id, intoTagId: fixing.id });
  expect((await getContact(mira, { contactId })).tags).toEqual([
    { id: fixing.id, name: 'Mending', color: 'c3' },
  ]);
  expect(await listTags(mira)).toHaveLength(1);
  expect((await list({ tag: fixing.id })).data).toHaveLength(1);
  expect((await execute(untagContact, mira, { contactId, tagId: fixing.id })).tags).toEqual([]);
});

it('has notes that belong to who wrote them', async () => {
  const note = await execute(addNote, mira, { contactId, text: 'Likes huts' });
  expect(note).toMatchObject({ text: 'Likes huts', author: { name: 'Mira' } });
  const tom = await aMember(workspace);
  await expect(execute(updateNote, tom, { contactId, noteId: note.id, text: 'no' })).rejects.toThrow(
    'not_your_note',
  );
  await execute(updateNote, mira, { contactId, noteId: note.id, text: 'Loves huts' });
  expect((await getContact(mira, { contactId })).notes).toMatchObject([{ text: 'Loves huts' }]);
  await execute(deleteNote, await aMember(workspace, { role: 'admin' }), { contactId, noteId: note.id });
  expect((await getContact(mira, { contactId })).notes).toEqual([]);
});

it('lists everybody once in either order, and finds typos with a total', async () => {
  for (let index = 0; index < 9; index += 1) await aContact(workspace, { name: `Anna ${index % 3}` });
  for (const sort of ['name', 'newest']) {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({
        sort,
        limit: 4,
        ...(cursor && { cursor }),
      });
      ids.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect([new Set(ids).size, ids.length]).toEqual([10, 10]);
  }
  expect(await list({ q: 'anna', limit: 4 })).toMatchObject({ total: 9, nextCursor: expect.any(String) });
  expect((await list({ q: 'Jurgen Muler' })).data.map(({ name }) => name)).toEqual(['Jürgen Müller']);
  expect(
    (await list({ filter: JSON.stringify({ field: 'attributes.size', op: 'is', value: 'L' }) })).data,
  ).toHaveLength(1);
});

it('is searched together with messages, in both languages, with highlights', async () => {
  const channelId = await aChannel(workspace);
  const conversationId = await aConversation(workspace, { channelId, contactId });
  for (const text of ['Die Reißverschlüsse klemmen', 'The zippers are stuck, Müller says', 'nothing here']) {
    await aMessage(workspace, { conversationId, channelId, contactId, text });
  }
  const german = await search(mira, { q: 'reissverschluss', limit: 20 });
  expect(german.data.map(({ excerpt, hits }) => hits.map(([from, to]) => excerpt.slice(from, to)))).toEqual([
    ['Reißverschlüsse'],
  ]);
  const english = await search(mira, { q: 'zipper', limit: 20 });
  expect(english.data[0]).toMatchObject({
    conversationId,
    author: { name: 'Jürgen Müller' },
    hits: [[4, 11]],
  });
  const person = await search(mira, { q: 'mueller', limit: 1 });
  expect(person.data).toHaveLength(1);
  const stranger = await aMember(await aWorkspace());
  expect(await search(stranger, { q: 'zipper', limit: 20 })).toMatchObject({
    people: { total: 0 },
    data: [],
  });
});

it('belongs to its workspace alone', async () => {
  const theirs = await aWorkspace();
  const stranger = await aMember(theirs, { role: 'admin' });
  const theirTag = await aTag(theirs, 'Theirs');
  await expect(getContact(stranger, { contactId })).rejects.toThrow('contact_not_found');
  await expect(execute(updateContact, stranger, { contactId, name: 'X' })).rejects.toThrow(
    'contact_not_found',
  );
  await expect(execute(addNote, stranger, { contactId, text: 'X' })).rejects.toThrow('contact_not_found');
  await expect(execute(tagContact, mira, { contactId, tagIds: [theirTag] })).rejects.toThrow('tag_not_found');
  const [row] = await workspace.db.query(sql`SELECT name FROM contacts WHERE id = ${contactId}`);
  expect(row).toEqual({ name: 'Jürgen Müller' });
});

it('shows where somebody is in the same order, whatever was found first', async () => {
  const found = [
    ['x', 'b', '2026-03-01'],
    ['email', 'c', '2026-02-01'],
    ['email', 'a', '2026-01-01'],
    ['bluesky', 'd', '2026-04-01'],
  ];
  for (const [network, externalId, createdAt] of found) {
    await workspace.db.query(sql`
      INSERT INTO identities (workspace_id, id, contact_id, network, realm, external_id, name, created_at)
      VALUES (${workspace.id}, gen_random_uuid(), ${contactId}::uuid, ${network}, '', ${externalId}, 'J', ${createdAt}::timestamptz)`);
  }
  const { identities } = await getContact(mira, { contactId });
  expect(identities.map(({ externalId }) => externalId)).toEqual(['d', 'a', 'c', 'b']);
});
