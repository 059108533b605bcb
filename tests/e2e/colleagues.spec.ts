import { startCallback } from '../stand-ins/callback';
import { expect, test } from './support/fixtures';
import { inboxOf } from './support/inbox';
import { t } from './support/words';
import { aPerson, aWorkplace, post } from './support/workplace';

/** Two people at two screens, one customer; answers go to `callback`. */
async function twoAtWork() {
  const callback = await startCallback();
  const place = await aWorkplace(callback.url);
  callback.trust(place.channel.secret);
  const second = await aPerson(place.workspace, 'Ben Krüger');
  await post(place.channel, { subject: 'Zeltstange', text: 'Meine Zeltstange ist gebrochen.' });
  return { ...place, callback, second };
}

test('what a colleague does is seen while it happens', async ({ page, signIn, openAs }) => {
  const { admin, second, inbox: path } = await twoAtWork();
  await signIn(admin.email);
  const other = await openAs(second.email);
  const [mine, theirs] = [inboxOf(page), inboxOf(other)];
  await page.goto(path());
  await other.goto(path());
  await mine.row('Zeltstange').click();
  await theirs.row('Zeltstange').click();

  await theirs.reply.pressSequentially('Hallo');
  await expect(
    page.getByText(t('conversations.presence.replying', { name: 'Ben', others: 0 })),
  ).toBeVisible();

  await theirs.thread.getByRole('combobox', { name: t('inbox.triage.assign'), exact: true }).click();
  await other.getByRole('option', { name: t('inbox.triage.me', { name: second.actor.name }) }).click();
  const assignee = mine.thread.getByRole('combobox', {
    name: t('inbox.triage.assigned', { name: second.actor.name }),
  });
  await expect(assignee).toBeVisible();
  await expect(
    mine.row('Zeltstange').getByText(t('inbox.row.assignedTo', { name: second.actor.name })),
  ).toBeAttached();
});

test('two answers at once: the second is asked first', async ({ page, signIn, openAs, problems }) => {
  problems.expect(/409 \(Conflict\)/);
  const { admin, second, inbox: path, callback } = await twoAtWork();
  await signIn(admin.email);
  const other = await openAs(second.email);
  const [mine, theirs] = [inboxOf(page), inboxOf(other)];
  await page.goto(path());
  await other.goto(path());
  await mine.row('Zeltstange').click();
  await theirs.row('Zeltstange').click();
  await mine.reply.fill('Wir schicken eine neue.');
  await expect(theirs.message('Meine Zeltstange')).toBeVisible();
  // The first answer does not reach the second screen before the second is sent.
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/v1/**', async (route) => {
    if (route.request().method() === 'GET') await released;
    await route.continue();
  });
  await theirs.reply.fill('Bitte senden Sie uns ein Bild.');
  await theirs.send.click();
  await expect(theirs.message('Bitte senden Sie uns ein Bild.')).toBeVisible();
  await expect(theirs.message('Bitte senden Sie uns ein Bild.').getByRole('button')).toBeVisible();
  await mine.send.click();

  const asked = page.getByRole('dialog', {
    name: t('conversations.answered.title', { isKnown: 'true', name: second.actor.name }),
  });
  await expect(asked).toBeVisible();
  const kept = page.getByRole('textbox', {
    name: t('conversations.composer.field.public'),
    exact: true,
    includeHidden: true,
  });
  await expect(kept).toHaveValue('Wir schicken eine neue.');
  release();
  await asked.getByRole('button', { name: t('conversations.answered.send') }).click();
  await expect(mine.message('Wir schicken eine neue.')).toBeVisible();
  const texts = (await callback.waitFor(2, 20_000)).map(({ data }) => data.text);
  expect(texts.sort()).toEqual(['Bitte senden Sie uns ein Bild.', 'Wir schicken eine neue.']);
  await callback.close();
});

test('an answer is taken back within five seconds', async ({ page, signIn }) => {
  const { admin, inbox: path, callback } = await twoAtWork();
  await signIn(admin.email);
  await page.goto(path());
  const inbox = inboxOf(page);
  await inbox.row('Zeltstange').click();
  await inbox.reply.fill('Zu schnell.');
  await inbox.send.click();
  const answer = inbox.message('Zu schnell.');
  await answer.getByRole('button', { name: t('conversations.send.undo') }).click();
  await expect(inbox.reply).toHaveValue('Zu schnell.');
  await inbox.reply.fill('Mit Bedacht.');
  await inbox.send.click();
  expect((await callback.waitFor(1, 20_000)).map(({ data }) => data.text)).toEqual(['Mit Bedacht.']);
  await callback.close();
});

test('a draft survives the customer writing on, and a reload', async ({ page, signIn }) => {
  const { admin, channel, inbox: path } = await twoAtWork();
  await signIn(admin.email);
  await page.goto(path());
  const inbox = inboxOf(page);
  await inbox.row('Zeltstange').click();
  await inbox.reply.fill('Guten Tag, das tut uns');
  await post(channel, { subject: 'Zeltstange', text: 'Es eilt, wir fahren morgen.' });
  await expect(inbox.message('Es eilt, wir fahren morgen.')).toBeVisible();
  await inbox.reply.press('End');
  await inbox.reply.pressSequentially(' leid.');
  await expect(inbox.reply).toBeFocused();
  await expect(inbox.reply).toHaveValue('Guten Tag, das tut uns leid.');
  await page.reload();
  await expect(inbox.reply).toHaveValue('Guten Tag, das tut uns leid.');
});
