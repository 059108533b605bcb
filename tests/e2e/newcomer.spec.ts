import { newId } from '@/kernel/ids';
import { startCallback } from '../stand-ins/callback';
import { expect, test } from './support/fixtures';
import { inboxOf } from './support/inbox';
import { t } from './support/words';
import { post } from './support/workplace';

test('a newcomer connects a channel and answers the first customer', async ({ page, expectAccessible }) => {
  const callback = await startCallback();
  const field = (label: string) => page.getByLabel(label, { exact: true });

  await page.goto('/sign-up');
  await expectAccessible(page);
  await field(t('auth.name')).fill('Nora Winter');
  await field(t('auth.email')).fill(`${newId()}@example.org`);
  await field(t('auth.password')).fill('vier blaue Kanus im Nebel');
  await field(t('auth.workspaceName')).fill('Seilerei Winter');
  await page.getByRole('button', { name: t('auth.signUp.submit') }).click();
  await expect(page).toHaveURL(/\/seilerei-winter[^/]*\/inbox$/);
  await expect(page.getByText(t('inbox.empty.open.title'))).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: t('navigation.settings') }).click();
  await page
    .getByRole('link', { name: t('settings.sections.channels.title') })
    .first()
    .click();
  await page.getByRole('link', { name: t('channels.list.add') }).click();
  await page.getByRole('link', { name: t('channels.connectors.api.name') }).click();
  await page.getByLabel(t('channels.fields.name'), { exact: true }).fill('Werkstattladen');
  await page.getByLabel(t('channels.settings.callbackUrl.label')).fill(callback.url);
  await page.getByRole('button', { name: t('channels.new.connect') }).click();
  await expect(
    page.getByRole('heading', { name: t('channels.connected.title', { name: 'Werkstattladen' }) }),
  ).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('button', { name: t('common.show') })
    .first()
    .click();
  const code = (text: RegExp) => page.getByRole('code').filter({ hasText: text }).first();
  const secret = (await code(/^whsec_/).textContent()) ?? '';
  const webhookUrl = (await code(/^http.*\/api\/webhooks\//).textContent()) ?? '';
  callback.trust(secret);
  await page.getByRole('link', { name: t('channels.connected.done') }).click();
  await expect(page.getByRole('heading', { name: 'Werkstattladen' })).toBeVisible();
  await page.reload();
  expect(await page.content()).not.toContain(secret);
  await expectAccessible(page);

  await page.getByRole('link', { name: t('navigation.inbox') }).click();
  await expect(page.getByText(t('inbox.empty.open.title'))).toBeVisible();
  const inbox = inboxOf(page);
  await post({ id: '', webhookUrl, secret }, { subject: 'Kletterseil', text: 'Wie lange hält das Seil?' });
  await inbox.row('Kletterseil').click();
  await expect(inbox.message('Wie lange hält das Seil?')).toBeVisible();

  await inbox.reply.fill('Bei normalem Gebrauch fünf Jahre.');
  await inbox.send.click();
  const answer = inbox.message('Bei normalem Gebrauch fünf Jahre.');
  await expect(answer.getByRole('button', { name: t('conversations.send.undo') })).toBeVisible();
  const [delivered] = await callback.waitFor(1, 20_000);
  expect(delivered?.data).toMatchObject({
    conversation: { externalId: 'Kletterseil' },
    text: 'Bei normalem Gebrauch fünf Jahre.',
    author: { name: 'Nora Winter' },
  });
  expect(callback.refusals).toEqual([]);
  await expect(answer.getByText(t('conversations.send.sent'))).toBeVisible();
  await expectAccessible(page);

  await inbox.thread.getByRole('button', { name: t('inbox.triage.resolve') }).click();
  await expect(inbox.row('Kletterseil')).toHaveCount(0);
  const done = inbox.toast(t('inbox.done.resolve', { count: 1 }));
  await done.getByRole('button', { name: t('common.undo') }).click();
  await expect(inbox.row('Kletterseil')).toBeVisible();
  await expect(inbox.thread.getByRole('button', { name: t('inbox.triage.resolve') })).toBeVisible();
  await callback.close();
});
