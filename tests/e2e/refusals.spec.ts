import { startCallback } from '../stand-ins/callback';
import { expect, test } from './support/fixtures';
import { inboxOf } from './support/inbox';
import { t } from './support/words';
import { aWorkplace, post } from './support/workplace';

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

test('an answer the network refuses says why, and goes out when tried again', async ({ page, signIn }) => {
  const callback = await startCallback();
  const { admin, channel, inbox: path } = await aWorkplace(callback.url);
  callback.trust(channel.secret);
  callback.failNext(1, 400);
  await post(channel, { subject: 'Gurt', text: 'Ist der Gurt zertifiziert?' });
  await signIn(admin.email);
  await page.goto(path());
  const inbox = inboxOf(page);
  await inbox.row('Gurt').click();
  await inbox.reply.fill('Ja, nach EN 12277.');
  await inbox.send.click();
  const answer = inbox.message('Ja, nach EN 12277.');
  await expect(answer.getByRole('alert')).toContainText(t('ingest.delivery.callback_refused'));
  await answer.getByRole('button', { name: t('conversations.send.retry') }).click();
  await expect(answer.getByText(t('conversations.send.sent'))).toBeVisible();
  expect(callback.delivered.map(({ data }) => data.text)).toEqual(['Ja, nach EN 12277.']);
  await callback.close();
});

test('what the server refuses is shown at once, then put back with the reason', async ({
  page,
  signIn,
  problems,
}) => {
  problems.expect(/503 \(Service Unavailable\)/);
  const { admin, inbox: path } = await threeConversations();
  await signIn(admin.email);
  await page.goto(path('?sort=newest'));
  const inbox = inboxOf(page);
  await inbox.row('Zelt').click();
  await expect(inbox.heading).toHaveText('Zelt');
  let answerNow = () => {};
  const asked = new Promise<void>((resolve) => {
    answerNow = resolve;
  });
  await page.route('**/api/v1/conversations/*/changes', async (route) => {
    await asked;
    const json = {
      code: 'unavailable',
      reason: 'unavailable',
      status: 503,
      title: 'unavailable',
      type: 'about:blank',
    };
    await route.fulfill({ status: 503, contentType: 'application/problem+json', json });
  });
  await page.keyboard.press('e');
  await expect(inbox.row('Zelt')).toHaveCount(0);
  answerNow();
  const refused = page.getByRole('alert').filter({ hasText: t('inbox.notDone') });
  await expect(refused).toContainText(t('errors.unavailable'));
  await expect(inbox.row('Zelt')).toBeVisible();
});
