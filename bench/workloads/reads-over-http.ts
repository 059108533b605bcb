import { Client } from 'undici';
import { sql } from '../../src/platform/db/sql';
import { interleave } from '../measure';
import { type Line, ratioLine } from '../report';
import type { Subject } from '../subject';

interface Reader {
  get(path: string): Promise<string>;
  /** On a connection of its own: two requests of one page at once. */
  getBeside(path: string): Promise<string>;
  against(workload: string, path: string, aim: number): Promise<Line>;
}

const BARE = '/api/bench';
const API = '/api/v1';

/** The reads of the inbox as a signed-in browser makes them, each beside the bare route of the same process. */
export function readsOverHttp(subject: Subject, url: string, rounds: number): Promise<Line[]> {
  return reading(subject, url, rounds, async ({ get, getBeside, against }) => {
    const list = (view: string) => `${API}/conversations?view=${view}&limit=25`;
    const lines: Line[] = [];
    for (const view of ['open', 'mine']) {
      lines.push(await against(`inbox first page, ${view}: HTTP`, list(view), 2));
    }
    const both = await interleave(
      rounds,
      () => Promise.all([get(list('open')), getBeside(`${API}/conversations/counts`)]),
      () => Promise.all([get(BARE), getBeside(BARE)]),
    );
    lines.push(ratioLine('inbox first page with its counts, two requests each: HTTP', both, 2));
    lines.push(await opening(subject, get, rounds));
    return lines;
  });
}

/** People and messages by what is typed, beside the same bare route. */
export function searchesOverHttp(subject: Subject, url: string, rounds: number): Promise<Line[]> {
  return reading(subject, url, rounds, async ({ against }) => {
    const lines: Line[] = [];
    for (const [what, q] of await wordsOf(subject)) {
      const path = what.startsWith('message') ? `${API}/search` : `${API}/contacts`;
      lines.push(await against(`search, ${what}: HTTP`, `${path}?q=${encodeURIComponent(q)}&limit=20`, 4));
    }
    return lines;
  });
}

async function reading(
  subject: Subject,
  url: string,
  rounds: number,
  measure: (reader: Reader) => Promise<Line[]>,
): Promise<Line[]> {
  const clients = [new Client(url, { pipelining: 1 }), new Client(url, { pipelining: 1 })] as const;
  const getBy = (client: Client) => async (path: string) => {
    const { statusCode, body } = await client.request({ method: 'GET', path, headers: subject.headers });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}: ${text.slice(0, 300)}`);
    return text;
  };
  const get = getBy(clients[0]);
  const lines = await measure({
    get,
    getBeside: getBy(clients[1]),
    against: async (workload, path, aim) =>
      ratioLine(
        workload,
        await interleave(
          rounds,
          () => get(path),
          () => get(BARE),
        ),
        aim,
      ),
  });
  await Promise.all(clients.map((client) => client.close()));
  return lines;
}

/** A different conversation each time: the one just opened would be warm for both. */
async function opening(
  subject: Subject,
  get: (path: string) => Promise<string>,
  rounds: number,
): Promise<Line> {
  const { db } = subject.context;
  const rows = await db.query<{ id: string }>(sql`
    SELECT id FROM conversations WHERE workspace_id = ${db.workspaceId} AND status = 'open'
    ORDER BY last_message_at DESC LIMIT ${Math.ceil(rounds * 1.2)}`);
  const idAt = (round: number) => rows[round % rows.length]?.id ?? '';
  const pair = await interleave(
    rounds,
    (round) => get(`/api/v1/conversations/${idAt(round)}/panes`),
    (round) => get(`/api/bench?id=${idAt(round)}`),
  );
  return ratioLine('open a conversation with its person: HTTP', pair, 3);
}

/** What people type: parts of names and addresses that exist, a word in every third message, a word in few. */
async function wordsOf({ context: { db } }: Subject): Promise<[string, string][]> {
  const [email] = await db.query<{ part: string }>(sql`
    SELECT substring(attributes->>'email' FROM 1 FOR 8) AS part FROM contacts
    WHERE workspace_id = ${db.workspaceId} AND attributes ? 'email' ORDER BY id DESC LIMIT 1`);
  const [phone] = await db.query<{ part: string }>(sql`
    SELECT substring(external_id FROM 3 FOR 8) AS part FROM identities
    WHERE workspace_id = ${db.workspaceId} AND network = 'whatsapp' ORDER BY id DESC LIMIT 1`);
  return [
    ['person by part of the name', 'baumann'],
    ['person by part of the e-mail', email?.part ?? 'jonas.we'],
    ['person by part of the phone number', phone?.part ?? '34012000'],
    ['message by a common word', 'danke'],
    ['message by a rare word', 'zeltstange'],
  ];
}
