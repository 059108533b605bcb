import { execute } from '@/entry/execute';
import { createReply } from '@/modules/conversations/use-cases/manage-replies';
import { aTag } from '../factories/conversations';
import { expect, test } from './support/fixtures';
import { inboxOf } from './support/inbox';
import { t } from './support/words';
import { aPerson, aWorkplace, post } from './support/workplace';

/** Three conversations, newest first: Zelt, Kocher, Karte. */
async function threeConversations() {
  const place = await aWorkplace();
  await post(
    place.channel,
    { subject: 'Karte', by: 'Lena Adler', text: 'Gibt es die Karte auch wasserfest?', ago: 90 },
    { subject: 'Kocher', by: 'Uwe Brandt', text: 'Mein Kocher geht nicht an.', ago: 60 },
    { subject: 'Zelt', by: 'Annegret Schröder', text: 'Das Zelt ist an den Nähten undicht.', ago: 30 },
  );
  return place;
}

test('moving with j, k and o; resolving with e and taking it back', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const { admin, inbox: path } = await threeConversations();
  await signIn(admin.email);
  await page.goto(path('?sort=newest'));
  const inbox = inboxOf(page);
  await expect(inbox.list.getByRole('option')).toHaveCount(3);
  await page.keyboard.press('j');
  await expect(inbox.heading).toHaveText('Zelt');
  await page.keyboard.press('j');
  await expect(inbox.heading).toHaveText('Kocher');
  await page.keyboard.press('k');
  await expect(inbox.heading).toHaveText('Zelt');
  await expect(inbox.row('Zelt')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('o');
  await expect(inbox.messages).toBeFocused();
  await expectAccessible(page);

  await page.keyboard.press('e');
  await expect(inbox.row('Zelt')).toHaveCount(0);
  await expect(inbox.heading).toHaveText('Kocher');
  const done = inbox.toast(t('inbox.done.resolve', { count: 1 }));
  await done.getByRole('button', { name: t('common.undo') }).click();
  await expect(inbox.row('Zelt')).toBeVisible();
});

test('assigning, tagging, priority, a note that calls a colleague, snoozing', async ({
  page,
  signIn,
  openAs,
}) => {
  const { admin, workspace, inbox: path } = await threeConversations();
  const colleague = await aPerson(workspace, 'Ben Krüger');
  await aTag(workspace, 'Garantie');
  await signIn(admin.email);
  await page.goto(path('?sort=newest'));
  const inbox = inboxOf(page);
  await inbox.row('Zelt').click();
  await expect(inbox.message('an den Nähten undicht')).toBeVisible();

  await page.keyboard.press('p');
  await page.getByRole('option', { name: t('vocabulary.priority.3'), exact: true }).click();
  const priority = t('inbox.triage.priorityIs', { priority: t('vocabulary.priority.3') });
  await expect(inbox.thread.getByRole('combobox', { name: priority })).toBeVisible();

  await page.keyboard.press('a');
  await page.getByRole('option', { name: colleague.actor.name }).click();
  const assigned = t('inbox.triage.assigned', { name: colleague.actor.name });
  await expect(inbox.thread.getByRole('combobox', { name: assigned })).toBeVisible();

  await page.keyboard.press('t');
  await page.getByRole('option', { name: 'Garantie' }).click();
  await page.keyboard.press('Escape');
  await expect(inbox.thread.getByText('Garantie', { exact: true })).toBeVisible();
  await expect(inbox.row('Zelt').getByText('Garantie')).toBeVisible();

  await page.keyboard.press('n');
  await expect(inbox.note).toBeFocused();
  await inbox.note.pressSequentially('Ist das noch Garantie? @Ben');
  await expect(page.getByRole('listbox', { name: t('conversations.composer.mention') })).toBeVisible();
  await inbox.note.press('Enter');
  await page.getByRole('button', { name: t('conversations.composer.saveNote') }).click();
  const note = page.getByRole('article', {
    name: t('conversations.message.noteBy', { name: t('conversations.message.you') }),
  });
  await expect(note).toContainText('@Ben Krüger');
  const theirs = await openAs(colleague.email);
  await theirs.goto(path('?view=mentions'));
  await expect(inboxOf(theirs).row('Zelt')).toBeVisible();

  await page.keyboard.press('s');
  await page.getByRole('button', { name: t('inbox.snooze.tomorrow') }).click();
  await expect(inbox.toast(t('inbox.done.snooze', { count: 1 }))).toBeVisible();
  await expect(inbox.row('Zelt')).toHaveCount(0);
  await page.goto(path('?view=snoozed'));
  await inbox.row('Zelt').click();
  await expect(inbox.thread.getByText(t('conversations.chips.snoozed')).first()).toBeVisible();
});

test('picking with x, resolving many with progress, taking it back', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const { admin, channel, inbox: path } = await aWorkplace();
  const subjects = Array.from({ length: 12 }, (_, place) => `Bestellung ${100 + place}`);
  await post(channel, ...subjects.map((subject, ago) => ({ subject, text: 'Wo bleibt sie?', ago })));
  await signIn(admin.email);
  await page.goto(path('?sort=newest'));
  const inbox = inboxOf(page);
  await expect(inbox.row('Bestellung 100')).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  const bar = page.getByRole('region', { name: t('inbox.bulk.label') });
  await expect(bar.getByRole('status')).toHaveText(t('inbox.bulk.count', { count: 1 }));
  await page.keyboard.press('Control+a');
  await expect(bar.getByRole('status')).toHaveText(t('inbox.bulk.count', { count: 12 }));
  await expectAccessible(page);

  // The work is too quick to be seen: the first answer tells of its beginning.
  await page.route(
    '**/api/v1/bulk-changes/*',
    async (route) => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        json: { ...(await answer.json()), state: 'running', done: 3 },
      });
    },
    { times: 1 },
  );
  await page.keyboard.press('e');
  await expect(page.getByRole('progressbar', { name: t('inbox.working.resolve') })).toBeVisible();
  const done = inbox.toast(t('inbox.done.resolve', { count: 12 }));
  await expect(done).toBeVisible();
  await expect(page.getByText(t('inbox.empty.open.title'))).toBeVisible();
  await done.getByRole('button', { name: t('common.undo') }).click();
  await expect(inbox.row('Bestellung 100')).toBeVisible();
  await expect(inbox.list.getByRole('option').first()).toHaveAttribute('aria-setsize', '12');
});

test('a person is found by a slip of the pen, a message by another form of its word', async ({
  page,
  signIn,
}) => {
  const { admin, inbox: path } = await threeConversations();
  await signIn(admin.email);
  await page.goto(path());
  const inbox = inboxOf(page);
  await expect(inbox.row('Zelt')).toBeVisible();
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: t('common.palette') });
  await field.fill('Anegret Schroeder');
  await page
    .getByRole('group', { name: t('inbox.palette.people') })
    .getByRole('option')
    .first()
    .click();
  await expect(page).toHaveURL(/contact=/);
  await expect(inbox.list.getByRole('option')).toHaveCount(1);
  await expect(inbox.row('Annegret Schröder')).toBeVisible();

  await page.keyboard.press('/');
  await field.fill('Naehte undichtes');
  const found = page.getByRole('group', { name: t('inbox.palette.conversations') });
  await found.getByRole('option', { name: 'Zelt' }).click();
  await expect(inbox.heading).toHaveText('Zelt');

  await page.keyboard.press('Control+k');
  await field.fill('kochers');
  await found.getByRole('option', { name: t('inbox.palette.searchList', { query: 'kochers' }) }).click();
  await expect(page).toHaveURL(/q=kochers/);
  await expect(inbox.list.getByRole('option')).toHaveCount(1);
  await expect(inbox.row('Kocher')).toBeVisible();
});

test('filters stand in the address, Back returns, a view keeps them', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const { admin, inbox: path } = await threeConversations();
  await signIn(admin.email);
  await page.goto(path());
  const inbox = inboxOf(page);
  await inbox.row('Kocher').click();
  await expect(inbox.heading).toHaveText('Kocher');
  await page.keyboard.press('p');
  await page.getByRole('option', { name: t('vocabulary.priority.4'), exact: true }).click();
  await page.getByRole('button', { name: new RegExp(`^${t('inbox.views.all')} \\d`) }).click();
  await expect(page).toHaveURL(/view=all/);
  await inbox.row('Karte').click();
  await expect(page).toHaveURL(/conversation=/);
  await page.goBack();
  await expect(page).toHaveURL(/view=all$/);
  await page.goBack();
  await expect(inbox.heading).toHaveText('Kocher');

  await page.keyboard.press('f');
  const filters = page.getByRole('dialog', { name: t('inbox.filters.title') });
  await filters.getByRole('combobox', { name: t('inbox.filters.names.priority') }).click();
  await page.getByRole('option', { name: t('vocabulary.priority.4'), exact: true }).click();
  await expect(page).toHaveURL(/priority=4/);
  await expect(inbox.list.getByRole('option')).toHaveCount(1);
  await page.goto(page.url());
  await expect(inbox.row('Kocher')).toBeVisible();
  await expect(inbox.list.getByRole('option')).toHaveCount(1);
  await expectAccessible(page);

  await page.getByRole('button', { name: t('inbox.saveView.short') }).click();
  const dialog = page.getByRole('dialog', { name: t('inbox.saveView.title') });
  await dialog.getByLabel(t('inbox.saveView.name')).fill('Es brennt');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: t('common.save') }).click();
  await expect(inbox.toast(t('inbox.saveView.saved', { name: 'Es brennt' }))).toBeVisible();
  await expect(page).toHaveURL(/view=[0-9a-f-]{36}/);
  await page.goto(path());
  await page.getByRole('button', { name: t('inbox.views.menu') }).click();
  await page.getByRole('menuitem', { name: 'Es brennt' }).click();
  await expect(inbox.row('Kocher')).toBeVisible();
  await expect(inbox.list.getByRole('option')).toHaveCount(1);
});

test('a saved reply fills in who writes to whom', async ({ page, signIn }) => {
  const { admin, workspace, inbox: path } = await threeConversations();
  await execute(createReply, admin, {
    shortcut: 'danke',
    name: 'Dank',
    text: 'Guten Tag {{contact.first_name}}, danke für den Hinweis! {{member.name}}, {{workspace.name}}',
  });
  await signIn(admin.email);
  await page.goto(path());
  const inbox = inboxOf(page);
  await inbox.row('Kocher').click();
  await expect(inbox.message('geht nicht an')).toBeVisible();
  await page.keyboard.press('r');
  await expect(inbox.reply).toBeFocused();
  await inbox.reply.pressSequentially('/dan');
  await expect(page.getByRole('option', { name: '/danke · Dank' })).toBeVisible();
  await inbox.reply.press('Enter');
  await expect(inbox.reply).toHaveValue(
    `Guten Tag Uwe, danke für den Hinweis! Ada Sommer, Workspace ${workspace.slug}`,
  );
});

test('the palette opens a conversation, the sheet lists every key', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const { admin, inbox: path } = await threeConversations();
  await signIn(admin.email);
  await page.goto(path());
  const inbox = inboxOf(page);
  await expect(inbox.row('Karte')).toBeVisible();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: t('common.palette') });
  await field.fill('wasserfest');
  await expect(page.getByRole('option', { name: 'Karte' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('option', { name: 'Karte' }).click();
  await expect(inbox.heading).toHaveText('Karte');
  await expect(page).toHaveURL(/conversation=/);

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: t('common.shortcuts') });
  for (const word of ['next', 'resolve', 'snooze', 'assign', 'tag', 'priority', 'reply', 'note'] as const) {
    await expect(sheet.getByText(t(`shortcuts.${word}`), { exact: true })).toBeVisible();
  }
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
});
