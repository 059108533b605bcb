import { beforeEach, describe, expect, it } from 'vitest';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { aChannel, aContact, aConversation } from '../../../../tests/factories/conversations';
import { aMember, aWorkspace, type TestWorkspace } from '../../../../tests/factories/workspaces';
import { listContactsInput } from '../../contacts/contract';
import { listContacts } from '../../contacts/queries';
import { search } from './search';

let workspace: TestWorkspace;
let mira: MemberContext;

beforeEach(async () => {
  workspace = await aWorkspace();
  mira = await aMember(workspace);
});

describe('messages', () => {
  /** One a minute, the first the newest; `gemeinsam` in each third, `mittig` in each 90th, `selten` in three old ones. */
  const COUNT = 1200;
  const holds = (word: string, n: number) =>
    word === 'gemeinsam' ? n % 3 === 0 : word === 'mittig' ? n % 90 === 0 : n > 1000 && n % 60 === 0;

  async function manyMessages({ id, db }: TestWorkspace): Promise<void> {
    const channelId = await aChannel({ id, db } as TestWorkspace);
    const conversationId = await aConversation({ id, db } as TestWorkspace, { channelId });
    await db.query(sql`
      INSERT INTO messages (workspace_id, id, conversation_id, channel_id, kind, direction, visibility, text, sent_at,
        version_at, search, deleted_at)
      SELECT ${id}, gen_random_uuid(), ${conversationId}, ${channelId}, 'comment', 'inbound', 'public', text, sent_at, sent_at,
        message_search(text), CASE WHEN n % 270 = 0 THEN now() END
      FROM (SELECT n, timestamptz '2026-11-01 12:00Z' - n * interval '1 minute' AS sent_at, concat_ws(' ', 'Nr' || n,
          CASE WHEN n % 3 = 0 THEN 'gemeinsam' END, CASE WHEN n % 90 = 0 THEN 'mittig' END,
          CASE WHEN n > 1000 AND n % 60 = 0 THEN 'selten' END) AS text
        FROM generate_series(1, ${COUNT}::int) n) written`);
  }

  it.each(['gemeinsam', 'mittig', 'selten'])(
    'that say %s are found newest first, each once, over all pages',
    async (word) => {
      await manyMessages(workspace);
      await manyMessages(await aWorkspace());
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await search(mira, { q: word, limit: 7, cursor });
        found.push(...page.data.map(({ excerpt }) => excerpt.split(' ')[0] ?? ''));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      const numbers = Array.from({ length: COUNT }, (_, index) => index + 1);
      const expected = numbers.filter((n) => holds(word, n) && n % 270 !== 0);
      expect(found).toEqual(expected.map((n) => `Nr${n}`));
    },
  );

  it('are found without what is excluded, and a word nobody wrote finds nothing', async () => {
    await manyMessages(workspace);
    const page = await search(mira, { q: 'gemeinsam -mittig', limit: 50 });
    expect(page.data).toHaveLength(50);
    expect(page.data.some(({ excerpt }) => excerpt.includes('mittig'))).toBe(false);
    expect(await search(mira, { q: 'niemals', limit: 5 })).toMatchObject({ data: [], nextCursor: null });
  });
});

describe('people', () => {
  const find = (q: string, more: object = {}) => listContacts(mira, listContactsInput.parse({ q, ...more }));
  const namesOf = async (q: string) => (await find(q)).data.map(({ name }) => name);

  async function aPerson(name: string, also = ''): Promise<void> {
    const id = await aContact(workspace, { name });
    await workspace.db.query(sql`UPDATE contacts SET search_text = fold_text(${`${name} ${also}`})
      WHERE workspace_id = ${workspace.id} AND id = ${id}`);
  }

  async function manyPeople(count: number): Promise<void> {
    await workspace.db.query(sql`INSERT INTO contacts (workspace_id, id, name, search_text)
      SELECT ${workspace.id}, gen_random_uuid(), name, fold_text(name || ' ' || repeat('unterwegs draussen ', 30))
      FROM (SELECT n, 'Serie ' || n AS name FROM generate_series(1, ${count}::int) n) written`);
  }

  it.each([
    ['part of a name', 'aum'],
    ['accents left out or put in', 'JÖRG'],
    ['several words in any order', 'mann jor'],
    ['part of an e-mail address', 'post.exam'],
    ['part of a phone number', '70 555'],
  ])('are found by %s', async (_, q) => {
    await aPerson('Jorg Baumann', 'j.b@post.example +49 170 5550');
    await aPerson('Anna Lindt', 'anna@mail.example');
    await aContact(await aWorkspace(), { name: 'Jorg Baumann' });
    expect(await namesOf(q)).toEqual(['Jorg Baumann']);
  });

  it('are found by one or two letters where names begin, and anywhere if none begins so', async () => {
    await aPerson('Deborah Lind', 'ch');
    await aPerson('Anna Denk', 'ch');
    await aPerson('Otto Wagner', 'de');
    expect((await namesOf('de')).toSorted()).toEqual(['Anna Denk', 'Deborah Lind']);
    expect((await namesOf('ch')).toSorted()).toEqual(['Anna Denk', 'Deborah Lind']);
    expect(await namesOf('tt')).toEqual(['Otto Wagner']);
    expect(await namesOf('a d')).toEqual(['Anna Denk']);
  });

  it('are not found by what is a wildcard to the database', async () => {
    await aPerson('Anna Lindt', '50%off');
    await aPerson('Otto Wagner', 'otto_w');
    expect(await namesOf('%off')).toEqual(['Anna Lindt']);
    expect(await namesOf('to_')).toEqual(['Otto Wagner']);
    expect(await namesOf('n%d')).toEqual([]);
    expect(await namesOf('o\\')).toEqual([]);
  });

  it('are offered for a typo page by page, but only where nothing matches, and never for numbers or addresses', async () => {
    for (const name of ['Sven Baumann', 'Jorg Baumann', 'Anna Baumann'])
      await aPerson(name, '1700555 baumanns@x.example');
    const first = await find('Baumamn', { limit: 2 });
    expect(first).toMatchObject({ total: 3, nextCursor: expect.any(String) });
    const second = await find('Baumamn', { limit: 2, cursor: first.nextCursor });
    expect(new Set([...first.data, ...second.data].map(({ name }) => name)).size).toBe(3);
    expect(await namesOf('Sven Baumann')).toEqual(['Sven Baumann']);
    expect(await namesOf('1700556')).toEqual([]);
    expect(await namesOf('baumamn@x')).toEqual([]);
    expect(await namesOf('Danke')).toEqual([]);
  });

  it('are counted exactly up to 2,000', async () => {
    await manyPeople(2100);
    const with20 = Array.from({ length: 2100 }, (_, index) => `${index + 1}`).filter((n) => n.includes('20'));
    expect(await find('serie 20', { limit: 1 })).toMatchObject({ total: with20.length });
    expect(await find('serie', { limit: 1 })).toMatchObject({ total: 2000 });
    expect(await search(mira, { q: 'serie', limit: 1 })).toMatchObject({ people: { total: 2000 } });
  });
});
