import { execute } from '@/entry/execute';
import type { Role } from '@/kernel/vocabulary';
import { removeMember } from '@/modules/workspaces/use-cases/remove-member';
import { aVictim, MARK } from '../tenancy/victim';
import { expect, test } from './support/fixtures';
import { inboxOf } from './support/inbox';
import { fill, serverActions, workspacePages } from './support/page-tree';
import { t } from './support/words';
import { aPerson, aWorkplace, post } from './support/workplace';

const everyone: readonly Role[] = ['admin', 'manager', 'marketer'];
const admins: readonly Role[] = ['admin'];

/** Who may open which page of a workspace; a page without a line here fails. */
const readers: Record<string, readonly Role[]> = {
  '': everyone,
  '/inbox': everyone,
  '/listening': everyone,
  '/settings': everyone,
  '/settings/api-keys': everyone,
  '/settings/audit-log': admins,
  '/settings/channels': admins,
  '/settings/channels/[channelId]': admins,
  '/settings/channels/[channelId]/connect': admins,
  '/settings/channels/[channelId]/events': admins,
  '/settings/channels/[channelId]/failed': admins,
  '/settings/channels/[channelId]/routing': admins,
  '/settings/channels/[channelId]/setup': admins,
  '/settings/channels/new': admins,
  '/settings/members': everyone,
  '/settings/profile': everyone,
  '/settings/saved-replies': everyone,
  '/settings/tags': everyone,
  '/settings/teams': everyone,
  '/settings/workspace': admins,
};

/** What a page sends, as a document and as the payload of a navigation. */
const kinds = [
  { name: 'document', headers: {}, query: '' },
  { name: 'payload', headers: { rsc: '1' }, query: '?_rsc=a1b2c' },
] as const;

test('every page has a line that says who may open it', () => {
  expect(Object.keys(readers).sort()).toEqual(workspacePages());
});

test('a page opens for those who may and is not found for the others', async ({ openAs }) => {
  const { workspace, admin, channel } = await aWorkplace();
  const people = [
    admin,
    await aPerson(workspace, 'Mona Lang', 'manager'),
    await aPerson(workspace, 'Max Kurz', 'marketer'),
  ];
  for (const person of people) {
    const { request } = await openAs(person.email);
    for (const [path, roles] of Object.entries(readers)) {
      const answer = await request.get(`/${workspace.slug}${fill(path, { channelId: channel.id })}`);
      const { role } = person.actor;
      expect(answer.status(), `${role} at ${path}`).toBe(roles.includes(role) ? 200 : 404);
    }
  }
});

test('a marketer who types an admin’s address sees that nothing is there', async ({
  page,
  signIn,
  problems,
  expectAccessible,
}) => {
  problems.expect(/404 \(Not Found\)/);
  const { workspace } = await aWorkplace();
  const marketer = await aPerson(workspace, 'Max Kurz', 'marketer');
  await signIn(marketer.email);
  await page.goto(`/${workspace.slug}/settings/channels`);
  await expect(page.getByText(t('common.notFoundTitle'))).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/${workspace.slug}/settings`);
  await expect(page.getByRole('link', { name: t('settings.sections.teams.title') }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: t('settings.sections.channels.title') })).toHaveCount(0);
});

test('a stranger finds no page of a workspace, and nothing of it in what is sent', async ({ openAs }) => {
  const victim = await aVictim();
  const { admin: stranger, workspace: own } = await aWorkplace();
  const { request } = await openAs(stranger.email);
  const expectNothing = async (path: string, kind: (typeof kinds)[number]) => {
    const answer = await request.get(`${path}${kind.query}`, { headers: kind.headers });
    // The address itself, which the stranger typed, comes back in what is sent.
    const text = (await answer.text()).replaceAll(victim.workspace.slug, '');
    expect(text, `${kind.name} of ${path}`).not.toContain(MARK);
    if (kind.name === 'document') expect(answer.status(), path).toBe(404);
    else expect(text, `${kind.name} of ${path}`).toMatch(/NEXT_HTTP_ERROR_FALLBACK;404/);
  };
  for (const path of workspacePages()) {
    const below = fill(path, victim.ids);
    for (const kind of kinds) {
      await expectNothing(`/${victim.workspace.slug}${below}`, kind);
      // Their own workspace, with an id of the other's.
      if (below !== path) await expectNothing(`/${own.slug}${below}`, kind);
    }
  }
  const { conversationId, viewId } = victim.ids;
  const lent = await request.get(`/${own.slug}/inbox?conversation=${conversationId}&view=${viewId}`);
  expect(await lent.text()).not.toContain(MARK);
});

test('a form filled for another workspace changes nothing there', async ({ page, signIn }) => {
  const { workspace: other } = await aWorkplace();
  const { admin: stranger, workspace: own } = await aWorkplace();
  await signIn(stranger.email);
  await page.goto(`/${own.slug}/settings/teams`);
  await page
    .getByRole('button', { name: t('settings.teams.create') })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('settings.teams.name')).fill('Einbruch');
  await page.route('**/settings/teams', async (route) => {
    const sent = route.request();
    if (sent.method() !== 'POST') return route.continue();
    const body = sent.postDataBuffer()?.toString('latin1').replaceAll(own.slug, other.slug) ?? '';
    return route.continue({ postData: Buffer.from(body, 'latin1') });
  });
  await dialog.getByRole('button', { name: t('common.create') }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: /\S/ })).toHaveText(
    t('errors.workspace_not_found'),
  );
  for (const { db, id: workspaceId } of [other, own]) {
    expect(await db.models.team.count({ where: { workspaceId } })).toBe(0);
  }
});

test('every server action goes through a door that asks who is there', () => {
  const doors = /\brun(?:Member|Public)?Action\(/;
  const actions = serverActions();
  expect(actions.length).toBeGreaterThan(20);
  const open = actions.filter(({ name, body }) => name !== 'signOutAction' && !doors.test(body));
  expect(open.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
});

test('a removed member’s open inbox ends', async ({ page, signIn, problems }) => {
  problems.expect(/40[134] \(/);
  const { workspace, admin, channel, inbox: path } = await aWorkplace();
  const leaving = await aPerson(workspace, 'Kim Vogt');
  await post(channel, { subject: 'Rucksack', text: 'Passt der Rucksack ins Handgepäck?' });
  await signIn(leaving.email);
  await page.goto(path());
  await expect(inboxOf(page).row('Rucksack')).toBeVisible();
  const gone = { headers: { 'rapport-workspace': workspace.slug } };
  expect((await page.request.get('/api/v1/conversations', gone)).status()).toBe(200);
  await execute(removeMember, admin, { memberId: leaving.actor.memberId });
  expect((await page.request.get('/api/v1/conversations', gone)).status()).toBe(404);
  await expect(page.getByText(t('common.notFoundTitle'))).toBeVisible();
  await expect(page.getByText('Rucksack')).toHaveCount(0);
});
