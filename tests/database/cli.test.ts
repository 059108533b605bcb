import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '@/cli';
import { authoriseApiKey } from '@/entry/authorise';
import { operatorContext } from '@/entry/cli';
import { joinWithNewLogin } from '@/entry/invitations';
import { resetPassword } from '@/entry/password-resets';
import { newId } from '@/kernel/ids';
import { getChannelAccess } from '@/modules/channels/queries';
import { verifySignIn } from '@/platform/auth/verify-sign-in';
import { sql } from '@/platform/db/sql';
import { store } from '../factories/channels';
import { aMember, aWorkspace } from '../factories/workspaces';

type Line = Record<string, unknown>;

afterEach(() => vi.restoreAllMocks());

/** Runs a verb as the launcher does. */
async function cli(
  ...argv: string[]
): Promise<{ code: number; lines: Line[]; said: string; connected: boolean }> {
  let said = '';
  let connected = false;
  const listen = (text: string | Uint8Array) => {
    said += String(text);
    return true;
  };
  vi.spyOn(process.stderr, 'write').mockImplementation(listen);
  const lines: Line[] = [];
  const code = await runCli(
    argv,
    async () => {
      connected = true;
    },
    (line) => lines.push(JSON.parse(JSON.stringify(line)) as Line),
  );
  return { code, lines, said, connected };
}

async function aWorkspaceOfTheOperator(): Promise<string> {
  const { lines } = await cli('workspaces', 'create', '--name', `Bergwerk ${newId()}`);
  return String(lines[0]?.slug);
}

describe('workspaces and members', () => {
  it('lead from nothing to a first admin who can sign in', async () => {
    const email = `${newId()}@example.org`;
    const { code, lines } = await cli('workspaces', 'create', '--name', 'Müller & Söhne', '--owner', email);
    expect(code).toBe(0);
    expect(lines).toMatchObject([
      { slug: 'mueller-soehne', name: 'Müller & Söhne', owner: email, locale: 'de' },
    ]);
    const token = String(lines[0]?.link).split('/').at(-1) ?? '';
    await joinWithNewLogin(token, { name: 'Berta', password: 'vier bunte Murmeln rollen', locale: 'de' });
    const members = await cli('members', 'list', '--workspace', 'mueller-soehne');
    expect(members.lines).toMatchObject([{ email, role: 'admin', name: 'Berta', state: 'member' }]);
    const listed = await cli('workspaces', 'list');
    expect(listed.lines).toContainEqual(
      expect.objectContaining({ slug: 'mueller-soehne', name: 'Müller & Söhne' }),
    );
  });

  it('get a link for a new password, whatever other workspaces their login opens', async () => {
    const slug = await aWorkspaceOfTheOperator();
    const email = `${newId()}@example.org`;
    const invited = await cli(
      'members',
      'invite',
      '--workspace',
      slug,
      '--email',
      email,
      '--role',
      'marketer',
    );
    const token = String(invited.lines[0]?.link).split('/').at(-1) ?? '';
    await joinWithNewLogin(token, { name: 'Berta', password: 'vier bunte Murmeln rollen', locale: 'de' });
    const made = await cli('members', 'reset-link', '--workspace', slug, '--email', email);
    expect(made.lines).toMatchObject([{ email, link: expect.stringMatching(/\/reset\/[\w-]{43}$/) }]);
    const reset = {
      token: String(made.lines[0]?.link).split('/').at(-1) ?? '',
      password: 'fünf blaue Kiesel werfen',
    };
    await resetPassword(reset);
    expect(await verifySignIn({ email, password: reset.password, address: '192.0.2.1' })).toBeTruthy();
    const none = await cli('members', 'reset-link', '--workspace', slug, '--email', 'nobody@example.org');
    expect([none.code, none.lines]).toEqual([1, []]);
  });

  it('are written down as done from the command line, by nobody in the workspace', async () => {
    const slug = await aWorkspaceOfTheOperator();
    const email = `${newId()}@example.org`;
    const { lines } = await cli(
      'members',
      'invite',
      '--workspace',
      slug,
      '--email',
      email,
      '--role',
      'manager',
    );
    expect(lines).toMatchObject([{ email, role: 'manager', link: expect.stringContaining('/invitation/') }]);
    const { db } = await operatorContext(slug);
    const entries = await db.models.auditEntry.findMany({ where: { action: 'member.invited' } });
    expect(entries).toMatchObject([{ memberId: null, data: { email, via: 'command_line' } }]);
  });

  it('take an address only where it is one and is free', async () => {
    const slug = await aWorkspaceOfTheOperator();
    const taken = await cli('workspaces', 'create', '--name', 'Zwei', '--slug', slug);
    const reserved = await cli('workspaces', 'create', '--name', 'Drei', '--slug', 'settings');
    expect([taken.code, reserved.code]).toEqual([1, 1]);
    expect(reserved.said).toContain('slug: This cannot be an address');
  });

  it('refuse in sentences', async () => {
    const unknown = await cli('members', 'list', '--workspace', 'no-such');
    expect(unknown).toMatchObject({ code: 1, lines: [] });
    expect(unknown.said).toContain('There is no workspace with this slug');
    const role = await cli(
      'members',
      'invite',
      '--workspace',
      await aWorkspaceOfTheOperator(),
      '--email',
      'a@b.de',
      '--role',
      'king',
    );
    expect(role.said).toContain('role: This is not one of the choices: admin, manager, marketer.');
    expect(await cli('members', 'invite')).toMatchObject({ code: 2, connected: false });
    expect(await cli('nobles', 'list')).toMatchObject({ code: 2, connected: false });
  });
});

describe('channels', () => {
  it('are created with a secret that is printed and opens again', async () => {
    const slug = await aWorkspaceOfTheOperator();
    const { code, lines } = await cli(
      'channels',
      'create',
      '--network',
      'api',
      '--workspace',
      slug,
      '--callback',
      'https://shop.example/hook',
    );
    expect(code).toBe(0);
    const [created] = lines;
    expect(created).toMatchObject({ secret: expect.stringMatching(/^whsec_/), network: 'api' });
    expect(created?.webhookUrl).toContain(`/api/webhooks/${created?.id}`);
    const { db } = await operatorContext(slug);
    const access = await getChannelAccess(db, String(created?.id));
    expect(access).toMatchObject({
      secrets: { signingSecret: [created?.secret] },
      settings: { callbackUrl: 'https://shop.example/hook' },
    });
    const listed = await cli('channels', 'list', '--workspace', slug);
    expect(listed.lines).toMatchObject([{ id: created?.id, state: 'active', parked: 0 }]);
    expect(JSON.stringify(listed.lines)).not.toContain(created?.secret);
  });

  it('name the setting that does not fit, and the networks there are', async () => {
    const slug = await aWorkspaceOfTheOperator();
    const create = (...rest: string[]) => cli('channels', 'create', '--workspace', slug, ...rest);
    expect((await create('--network', 'api', '--callback', 'nowhere')).said).toContain(
      'settings.callbackUrl: This is not a complete address',
    );
    expect((await create('--network', 'facebook')).said).toContain(
      'settings.pageId: Please fill in this field',
    );
    expect((await create('--network', 'fidonet')).said).toContain('Known: api, facebook');
    expect((await cli('channels', 'list', '--workspace', slug)).lines).toEqual([]);
  });

  it('are checked, replayed and given new secrets', async () => {
    const workspace = await aWorkspace();
    const { lines } = await cli('channels', 'create', '--network', 'api', '--workspace', workspace.slug);
    const channel = String(lines[0]?.id);
    await store(workspace, channel, '{}');
    await workspace.db.query(sql`UPDATE raw_events SET state = 'parked', reason = 'invalid_delivery'`);
    const sick = await cli('channels', 'check', '--workspace', workspace.slug);
    expect(sick).toMatchObject({ code: 1, lines: [{ id: channel, problems: ['events_parked'] }] });
    const replayed = await cli('channels', 'replay', '--workspace', workspace.slug, '--channel', channel);
    expect(replayed.lines).toEqual([{ channel, replayed: 1 }]);
    expect(await cli('channels', 'check', '--workspace', workspace.slug)).toMatchObject({ code: 0 });
    const rotated = await cli('channels', 'rotate', '--workspace', workspace.slug, '--channel', channel);
    const access = await getChannelAccess(workspace.db, channel);
    expect(access?.secrets.signingSecret).toEqual([rotated.lines[0]?.secret, lines[0]?.secret]);
  });

  it('of another workspace do not exist', async () => {
    const slug = await aWorkspaceOfTheOperator();
    const { lines } = await cli(
      'channels',
      'create',
      '--network',
      'api',
      '--workspace',
      await aWorkspaceOfTheOperator(),
    );
    const channel = String(lines[0]?.id);
    for (const verb of ['replay', 'rotate']) {
      const refused = await cli('channels', verb, '--workspace', slug, '--channel', channel);
      expect(refused, verb).toMatchObject({ code: 1, lines: [] });
    }
  });
});

describe('channels parse', () => {
  it('tells what files would become, needing no database and bearing any file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapport-parse-'));
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, Buffer.from([0xff, 0x00, 0x7b]));
    const feed = '../shared/payloads/meta-page/feed-comment-add-211.json';
    const { code, lines, connected } = await cli(
      'channels',
      'parse',
      'facebook',
      feed,
      broken,
      folder,
      join(folder, 'none'),
    );
    expect({ code, connected }).toEqual({ code: 0, connected: false });
    expect(lines).toMatchObject([
      { file: feed, outcome: 'messages', messages: [{ kind: 'comment' }] },
      { file: broken, outcome: 'refused', reason: 'not_json_object' },
      { file: folder, outcome: 'refused', reason: 'file_unreadable' },
      { outcome: 'refused', reason: 'file_not_found' },
    ]);
    expect((await cli('channels', 'parse', 'fidonet', feed)).said).toContain('Known: api, facebook');
    rmSync(folder, { recursive: true });
  });
});

describe('keys', () => {
  it('for the API have the rights of their member', async () => {
    const workspace = await aWorkspace();
    const member = await aMember(workspace, { role: 'marketer', email: `${newId()}@example.org` });
    const [{ email } = { email: '' }] = (await cli('members', 'list', '--workspace', workspace.slug))
      .lines as { email: string }[];
    const { lines } = await cli('api-keys', 'create', '--workspace', workspace.slug, '--member', email);
    const proof = await authoriseApiKey(String(lines[0]?.key), newId());
    expect(proof.context.actor).toMatchObject({ memberId: member.actor.memberId, role: 'marketer' });
    const listed = await cli('api-keys', 'list', '--workspace', workspace.slug);
    expect(listed.lines).toMatchObject([{ member: email, name: 'Command line' }]);
    expect(
      await cli('api-keys', 'create', '--workspace', workspace.slug, '--member', 'no@body.de'),
    ).toMatchObject({ code: 1 });
  });

  it('for secrets are exchanged without touching the secrets', async () => {
    const slug = await aWorkspaceOfTheOperator();
    const { lines } = await cli('channels', 'create', '--network', 'api', '--workspace', slug);
    const { workspace } = await operatorContext(slug);
    const rewrapped = async () =>
      (await cli('secrets', 'rewrap')).lines.find((line) => line.workspace === workspace.slug);
    expect(await rewrapped()).toEqual({ workspace: slug, rewrapped: 0, current: 1 });
    const { env, fillEnv } = await import('@/platform/env');
    const { KEY_ENCRYPTION_KEYS: keys } = env();
    const spelled = keys.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(',');
    const fresh = `next:${Buffer.alloc(32, 9).toString('base64')}`;
    fillEnv({ KEY_ENCRYPTION_KEYS: `${fresh},${spelled}` }, { override: true });
    expect(await rewrapped()).toEqual({ workspace: slug, rewrapped: 1, current: 0 });
    fillEnv({ KEY_ENCRYPTION_KEYS: fresh }, { override: true });
    const { db } = await operatorContext(slug);
    const access = await getChannelAccess(db, String(lines[0]?.id));
    expect(access?.secrets.signingSecret).toEqual([lines[0]?.secret]);
  });
});
