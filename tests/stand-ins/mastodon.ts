import { createHash, randomUUID } from 'node:crypto';
import { type Answer, type ReceivedRequest, startLocalServer } from './local-server';
import { makeId, type StatusRow, showStatus } from './mastodon-statuses';
import { startStream } from './mastodon-stream';

export type Flavour = 'mastodon' | 'gotosocial' | 'pleroma';

export interface MastodonStandIn {
  url: string;
  calls: ReceivedRequest[];
  statuses: StatusRow[];
  codes: Map<string, string>;
  accessToken: string;
  /** Somebody writes; the account is told where it is named or answered. @returns the status' uri */
  write(status: Partial<StatusRow> & { text: string }): string;
  /** A like of ours; a notification without words. */
  like(): void;
  edit(uri: string, text: string, at: Date): void;
  remove(uri: string): void;
  revoke(): void;
  failNext(answer: Answer): void;
  /** Statuses that exist elsewhere and are fetched on search only. */
  elsewhere: StatusRow[];
  say(event: string): void;
  listeners(): number;
  close(): Promise<void>;
}

const LIMIT = 500;
const OWN = 'nordlicht';

/**
 * An instance with one account of ours that refuses what the API's documentation says it refuses, in three kinds:
 * `gotosocial` and `pleroma` answer 404 without a body and have no stream, `pleroma` lacks the second versions.
 */
export async function startMastodon({ flavour }: { flavour: Flavour }): Promise<MastodonStandIn> {
  const calls: ReceivedRequest[] = [];
  const statuses: StatusRow[] = [];
  const elsewhere: StatusRow[] = [];
  const notifications: { id: string; type: string; uri?: string; at: Date }[] = [];
  const sent = new Map<string, string>();
  const files = new Set<string>();
  const codes = new Map<string, string>();
  const apps = new Map<string, { secret: string; redirect: string }>();
  const state = { token: randomUUID(), remaining: 300 };
  let failing: Answer | undefined;
  let made = 0;
  const nextId = () => {
    made += 1;
    return makeId(flavour, made);
  };
  const stream = flavour === 'mastodon' ? await startStream(() => state.token) : null;
  const hasSecond = flavour !== 'pleroma';
  const missing: Answer =
    flavour === 'mastodon'
      ? { status: 404, body: { error: 'Record not found' } }
      : { status: 404, headers: { 'content-type': 'text/plain' }, body: '' };
  const show = (row: StatusRow) => showStatus(row, statuses);
  const ok = (body: unknown): Answer => ({ status: 200, body });
  const refused = (error: string, status = 422): Answer => ({ status, body: { error } });

  function add(row: StatusRow): StatusRow {
    statuses.push(row);
    const parent = statuses.find(({ uri }) => uri === row.inReplyTo);
    const isToUs = row.text.includes(`@${OWN}`) || parent?.acct === OWN;
    if (row.acct !== OWN && isToUs)
      notifications.push({ id: nextId(), type: 'mention', uri: row.uri, at: row.at });
    return row;
  }

  function page<T extends { id: string }>(rows: readonly T[], query: URLSearchParams): T[] {
    const limit = Number(query.get('limit') ?? 20);
    const [min, max] = [query.get('min_id'), query.get('max_id')];
    const at = (id: string | null) => rows.findIndex((row) => row.id === id);
    // Forward from `min_id` the next ones, else the newest; shown newest first in both cases.
    if (min !== null) return rows.slice(at(min) + 1, at(min) + 1 + limit).toReversed();
    const until = max === null ? rows.length : at(max);
    return rows.slice(Math.max(0, until - limit), until).toReversed();
  }

  function find(query: URLSearchParams): Answer {
    const uri = query.get('q');
    const abroad = elsewhere.findIndex((row) => row.uri === uri);
    if (abroad >= 0 && query.get('resolve') === 'true') statuses.push(...elsewhere.splice(abroad, 1));
    return ok({ accounts: [], statuses: statuses.filter((row) => row.uri === uri).map(show), hashtags: [] });
  }

  function publish(request: ReceivedRequest): Answer {
    const key = request.headers['idempotency-key'];
    const earlier = statuses.find(({ uri }) => key !== undefined && uri === sent.get(key));
    if (earlier) return ok(show(earlier));
    const body = JSON.parse(request.body) as Record<string, unknown>;
    const parent = statuses.find(({ id }) => id === body.in_reply_to_id);
    if (body.in_reply_to_id !== undefined && !parent) return missing;
    const media = (body.media_ids as string[] | undefined) ?? [];
    if (media.some((id) => !files.has(id))) return refused('Validation failed: Media attachment is unknown');
    const text = String(body.status ?? '');
    const plain = text.replace(/https?:\/\/\S+/g, 'x'.repeat(23)).replace(/(@\w+)@[\w.-]+/g, '$1');
    if (plain.length + String(body.spoiler_text ?? '').length > LIMIT)
      return refused(`Validation failed: Text character limit of ${LIMIT} exceeded`);
    if (text === '' && media.length === 0) return refused("Validation failed: Text can't be blank");
    const row = add({
      id: nextId(),
      uri: `https://alpin.example/users/${OWN}/statuses/${randomUUID()}`,
      acct: OWN,
      text,
      at: new Date(),
      visibility: String(body.visibility ?? 'public'),
      warning: String(body.spoiler_text ?? ''),
      ...(parent && { inReplyTo: parent.uri }),
    });
    if (key !== undefined) sent.set(key, row.uri);
    return ok(show(row));
  }

  function register(request: ReceivedRequest): Answer {
    const form = new URLSearchParams(request.body);
    if (!form.get('client_name') || !form.get('redirect_uris')) return refused('Validation failed');
    const app = { secret: randomUUID(), redirect: form.get('redirect_uris') ?? '' };
    const id = randomUUID();
    apps.set(id, app);
    return ok({
      id: '1',
      name: 'Rapport',
      client_id: id,
      client_secret: app.secret,
      redirect_uri: app.redirect,
    });
  }

  function giveToken(request: ReceivedRequest): Answer {
    const form = new URLSearchParams(request.body);
    const app = apps.get(form.get('client_id') ?? '');
    if (app?.secret !== form.get('client_secret')) return { status: 401, body: { error: 'invalid_client' } };
    const code = form.get('code') ?? '';
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (codes.get(code) !== challenge || app?.redirect !== form.get('redirect_uri'))
      return { status: 400, body: { error: 'invalid_grant' } };
    codes.delete(code);
    state.token = randomUUID();
    const end = flavour === 'pleroma' ? { expires_in: 8_640_000, refresh_token: 'r' } : {};
    return ok({
      access_token: state.token,
      token_type: 'Bearer',
      scope: form.get('scope'),
      created_at: 1,
      ...end,
    });
  }

  function upload(request: ReceivedRequest, isSecond: boolean): Answer {
    if (
      !request.headers['content-type']?.startsWith('multipart/form-data') ||
      !request.body.includes('filename=')
    )
      return refused('Validation failed: File is missing');
    const id = nextId();
    files.add(id);
    return isSecond ? { status: 202, body: { id, url: null } } : ok({ id, url: 'https://alpin.example/f' });
  }

  function read(path: string, query: URLSearchParams): Answer {
    const told = { domain: 'alpin.example', uri: 'alpin.example', version: '4.4.0' };
    const streaming = stream?.url.replace('http', 'ws');
    if (path === '/api/v2/instance' && hasSecond)
      return ok({ ...told, configuration: { urls: { streaming }, statuses: { max_characters: LIMIT } } });
    if (path === '/api/v1/instance')
      return ok({ ...told, uri: 'https://alpin.example', max_toot_chars: LIMIT });
    if (path === '/api/v1/accounts/verify_credentials')
      return ok({ id: 'own', acct: OWN, display_name: 'Nordlicht', url: `https://alpin.example/@${OWN}` });
    if (path === '/api/v1/notifications') {
      const types = flavour === 'pleroma' ? [] : query.getAll('types[]');
      const wanted = notifications.filter(({ type }) => types.length === 0 || types.includes(type));
      const rows = page(wanted, query).map(({ id, type, uri, at }) => {
        const status = statuses.find((row) => row.uri === uri);
        return { id, type, created_at: at.toISOString(), ...(status && { status: show(status) }) };
      });
      return ok(rows);
    }
    if (path === '/api/v1/accounts/own/statuses')
      return ok(
        page(
          statuses.filter(({ acct }) => acct === OWN),
          query,
        ).map(show),
      );
    const tag = /^\/api\/v1\/timelines\/tag\/([^/]+)$/.exec(path)?.[1];
    if (tag !== undefined)
      return ok(
        page(
          statuses.filter(({ text }) => text.includes(`#${decodeURIComponent(tag)}`)),
          query,
        ).map(show),
      );
    if (path === '/api/v2/search' && hasSecond) return find(query);
    if (path === '/api/v1/search' && !hasSecond) return find(query);
    const file = /^\/api\/v1\/media\/(.+)$/.exec(path)?.[1];
    if (file !== undefined && files.has(file)) return ok({ id: file, url: 'https://alpin.example/f' });
    return readStatus(path);
  }

  function readStatus(path: string): Answer {
    const [, id, rest] = /^\/api\/v1\/statuses\/([^/]+)(\/context)?$/.exec(path) ?? [];
    const row = statuses.find((one) => one.id === id);
    if (!row) return missing;
    if (rest === undefined) return ok(show(row));
    const ancestors: StatusRow[] = [];
    for (let at = row.inReplyTo; at !== undefined; ) {
      const parent = statuses.find(({ uri }) => uri === at);
      if (parent) ancestors.unshift(parent);
      at = parent?.inReplyTo;
    }
    return ok({ ancestors: ancestors.map(show), descendants: [] });
  }

  function write(request: ReceivedRequest, path: string): Answer {
    if (path === '/api/v1/statuses') return publish(request);
    if (path === '/api/v2/media' && hasSecond) return upload(request, true);
    if (path === '/api/v1/media') return upload(request, false);
    const [, id, verb] = /^\/api\/v1\/statuses\/([^/]+)\/(favourite|unfavourite)$/.exec(path) ?? [];
    const row = statuses.find((one) => one.id === id);
    if (!row) return missing;
    row.isLiked = verb === 'favourite';
    return ok(show(row));
  }

  const server = await startLocalServer((request) => {
    calls.push(request);
    const { pathname, searchParams } = new URL(request.url, 'http://x');
    if (failing) {
      const answer = failing;
      failing = undefined;
      return answer;
    }
    if (pathname === '/api/v1/apps') return register(request);
    if (pathname === '/oauth/token') return giveToken(request);
    if (request.headers.authorization !== `Bearer ${state.token}`)
      return refused('The access token is invalid', 401);
    state.remaining -= 1;
    const answer = request.method === 'GET' ? read(pathname, searchParams) : write(request, pathname);
    const limits = {
      'x-ratelimit-limit': '300',
      'x-ratelimit-remaining': String(state.remaining),
      'x-ratelimit-reset': new Date(Date.now() + 300_000).toISOString(),
    };
    return { ...answer, headers: { ...limits, ...answer.headers } };
  });

  const rowOf = (uri: string) => statuses.find((row) => row.uri === uri) as StatusRow;
  return {
    url: server.url,
    calls,
    statuses,
    codes,
    elsewhere,
    get accessToken() {
      return state.token;
    },
    write: (status) => {
      const uri = `https://berge.example/users/anna/statuses/${randomUUID()}`;
      return add({
        id: nextId(),
        uri,
        acct: 'anna@berge.example',
        at: new Date(),
        visibility: 'public',
        warning: '',
        ...status,
      }).uri;
    },
    like: () => void notifications.push({ id: nextId(), type: 'favourite', at: new Date() }),
    edit: (uri, text, at) => void Object.assign(rowOf(uri), { text, editedAt: at }),
    remove: (uri) => void statuses.splice(statuses.indexOf(rowOf(uri)), 1),
    revoke: () => {
      state.token = randomUUID();
    },
    failNext: (answer) => {
      failing = answer;
    },
    say: (event) => stream?.say(event),
    listeners: () => stream?.listeners() ?? 0,
    close: async () => {
      await stream?.close();
      await server.close();
    },
  };
}
