import { startDiscourse } from '../stand-ins/discourse';
import { expect, test } from './support/fixtures';
import { t } from './support/words';
import { aWorkplace } from './support/workplace';

const day = 86_400_000;

/** A forum in which somebody asked something two days ago. */
function aForum() {
  const at = new Date(Date.now() - 2 * day).toISOString();
  const post = { id: 1, topic_id: 9, post_number: 1, username: 'jonas', created_at: at, updated_at: at };
  return startDiscourse({
    apiKey: 'k-1',
    username: 'rapport',
    posts: [{ ...post, raw: 'Wann kommt das Zelt wieder ins Lager?' }],
    closedTopics: [],
    minLength: 3,
    maxLength: 32_000,
  });
}

test('an admin connects a forum step by step, and fetches its past', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const forum = await aForum();
  const { workspace, admin } = await aWorkplace();
  await signIn(admin.email);
  const channels = `/${workspace.slug}/settings/channels`;
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  await page.goto(`${channels}/new`);
  await page.getByRole('searchbox', { name: t('channels.new.search') }).fill('forum');
  await expectAccessible(page);
  await page.getByRole('link', { name: t('channels.connectors.discourse.name'), exact: true }).click();
  await press(t('channels.new.begin'));
  await expect(page).toHaveURL(/\/connect$/);
  await expectAccessible(page);

  await field(t('channels.settings.baseUrl.label')).fill('forum');
  await field(t('channels.settings.username.label')).fill('rapport');
  await press(t('channels.connect.save'));
  await expect(page.getByText(t('errors.invalid_url'))).toBeVisible();
  await field(t('channels.settings.baseUrl.label')).fill(forum.url);
  await press(t('channels.connect.save'));

  // Left and taken up again from the list, where it stands as unfinished.
  await expect(field(t('channels.secrets.apiKey.label'))).toBeVisible();
  await page.goto(channels);
  await page
    .getByRole('link', { name: t('channels.unfinished.continueNamed', { name: 'Discourse' }) })
    .click();
  await field(t('channels.secrets.apiKey.label')).fill('wrong');
  await press(t('channels.connect.saveAndCheck'));
  await expect(page.getByText(t('ingest.delivery.access_token_invalid'))).toBeVisible();
  await field(t('channels.secrets.apiKey.label')).fill('k-1');
  await press(t('channels.connect.saveAndCheck'));
  await expect(page.getByRole('region', { name: t('channels.connect.account') })).toContainText(
    'Rapport GmbH',
  );
  await expect(page.getByText(t('channels.connect.waiting.signature'))).toBeVisible();
  await expectAccessible(page);
  await press(t('channels.connect.later'));
  await press(t('channels.connect.finish'));
  await expect(page.getByText(t('channels.connect.waitingFirst'))).toBeVisible();

  await page.getByRole('link', { name: t('channels.connect.toChannel') }).click();
  await press(t('channels.catchUp.start'));
  await expect(page.getByText(/Ereignis seit .* wurde abgerufen/)).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${page.url()}/connect?first=1`);
  await expect(page.getByText('Wann kommt das Zelt wieder ins Lager?')).toBeVisible();
  await forum.close();
});

test('an admin pauses a channel, reconnects it and routes what arrives', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const { workspace, admin, channel } = await aWorkplace();
  await signIn(admin.email);
  const path = `/${workspace.slug}/settings/channels/${channel.id}`;
  await page.goto(path);
  await page.getByRole('button', { name: t('channels.channel.pause') }).click();
  await expect(page.getByText(t('channels.channel.pausedTitle'))).toBeVisible();
  await page
    .getByRole('button', { name: t('channels.channel.resume') })
    .first()
    .click();
  await expect(page.getByText(t('channels.channel.pausedTitle'))).toHaveCount(0);
  await page.getByRole('link', { name: t('channels.channel.reconnect') }).click();
  await expect(page).toHaveURL(`${path}/setup`);
  await expectAccessible(page);

  await page.goto(`${path}/routing`);
  for (const name of ['Deutsch', 'Rest']) {
    await page.getByRole('button', { name: t('channels.routing.add') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t('channels.routing.name'), { exact: true }).fill(name);
    if (name === 'Deutsch') await dialog.getByRole('button', { name: 'Deutsch', exact: true }).click();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: t('common.save') }).click();
    await expect(page.getByRole('listitem').filter({ hasText: `${name}` })).toBeVisible();
  }
  const handle = page.getByRole('button', { name: t('channels.routing.move', { place: 2, name: 'Rest' }) });
  await handle.press('ArrowUp');
  await expect(page.getByText('1. Rest')).toBeVisible();
  await expectAccessible(page);
});
