import { signUp } from '@/entry/sign-up';
import { newId } from '@/kernel/ids';
import { expect, test } from './support/fixtures';
import { t, wordsOf } from './support/words';
import { aWorkplace } from './support/workplace';

const password = 'sieben Dohlen unterm Vordach';

/** Somebody who signed up with a password. */
async function aLogin() {
  const email = `${newId()}@example.org`;
  const made = await signUp({
    name: 'Iris Falk',
    email,
    password,
    workspaceName: `Segelmacherei ${newId().slice(-6)}`,
    locale: 'de',
    timeZone: 'Europe/Berlin',
  });
  return { ...made, email };
}

test('password: the right one opens the inbox, a wrong one says so and keeps the address', async ({
  page,
  expectAccessible,
}) => {
  const { email, slug } = await aLogin();
  await page.goto(`/${slug}/settings/profile`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expectAccessible(page);
  await page.getByLabel(t('auth.email')).fill(email);
  await page.getByLabel(t('auth.password')).fill('nicht mein Passwort');
  await page.getByRole('button', { name: t('auth.signIn.submit') }).click();
  await expect(page.getByRole('alert').filter({ hasText: t('errors.wrong_credentials') })).toBeVisible();
  await expect(page.getByLabel(t('auth.email'))).toHaveValue(email);
  await expectAccessible(page);
  await page.getByLabel(t('auth.password')).fill(password);
  await page.getByRole('button', { name: t('auth.signIn.submit') }).click();
  await expect(page).toHaveURL(new RegExp(`/${slug}/settings/profile$`));
});

test('repeated failures lock the login, also for the right password, and say for how long', async ({
  page,
}) => {
  const { email } = await aLogin();
  await page.goto('/sign-in');
  const attempt = async (typed: string) => {
    await page.getByLabel(t('auth.email')).fill(email);
    await page.getByLabel(t('auth.password')).fill(typed);
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: t('auth.signIn.submit') }).click();
    await answered;
  };
  const alert = page.getByRole('alert').filter({ hasText: /\S/ });
  for (let time = 1; time <= 5; time += 1) {
    await attempt(`falsch ${time}`);
    await expect(alert).toHaveText(t('errors.wrong_credentials'));
  }
  await attempt(password);
  await expect(alert).toHaveText(t('errors.too_many_sign_ins', { minutes: 1 }));
});

test('OpenID Connect, through a real provider', async ({ page, problems }) => {
  // The provider's own pages ask for a font.
  problems.expect(/fonts\.googleapis\.com/);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: t('auth.signIn.provider', { name: 'OpenID Connect' }) }).click();
  await page.getByPlaceholder('Enter any login').fill('ines');
  await page.getByPlaceholder('and password').fill('beliebig');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL((url) => url.origin === process.env.PUBLIC_URL);
  await page.goto('/welcome');
  await expect(
    page.getByText(t('auth.welcome.signedInAs', { email: 'ines@elsewhere.example' })),
  ).toBeVisible();
});

test('an invitation by link brings a colleague in', async ({
  page,
  signIn,
  browser,
  problems,
  expectAccessible,
}) => {
  const { admin, workspace, inbox } = await aWorkplace();
  const email = `${newId()}@example.org`;
  await signIn(admin.email);
  await page.goto(`/${workspace.slug}/settings/members`);
  await page.getByRole('button', { name: t('settings.members.invite') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('settings.members.email')).fill(email);
  await dialog.getByRole('radio', { name: t('vocabulary.role.manager') }).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: t('settings.members.inviteSubmit') }).click();
  await expect(dialog.getByText(t('settings.members.linkTitle'))).toBeVisible();
  const link = (await dialog.getByRole('code').textContent()) ?? '';

  const other = await browser.newContext();
  const guest = await other.newPage();
  problems.watch(guest);
  await guest.goto(link);
  await expectAccessible(guest);
  await guest.getByLabel(t('auth.name'), { exact: true }).fill('Ola Berg');
  await guest.getByLabel(t('auth.password')).fill('neun Birken an der Bucht');
  await guest.getByRole('button', { name: t('auth.invitation.join') }).click();
  await expect(guest).toHaveURL(new RegExp(`${inbox()}$`));

  await page.reload();
  const line = page.getByRole('listitem').filter({ hasText: email });
  await expect(line.filter({ hasText: 'Ola Berg' })).toContainText(t('vocabulary.role.manager'));
  await guest.goto(link);
  await expect(guest.getByText(t('auth.invitation.goneTitle'))).toBeVisible();
  await other.close();
});

test('language and appearance are kept with the person; signing out ends the session', async ({
  page,
  signIn,
  openAs,
}) => {
  const { admin, workspace, inbox } = await aWorkplace();
  const en = wordsOf('en');
  await signIn(admin.email);
  await page.goto(`/${workspace.slug}/settings/profile`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.getByRole('radio', { name: t('common.themeDark') }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('combobox', { name: t('common.language') }).click();
  await page.getByRole('option', { name: t('common.languageEn') }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(
    page.getByRole('heading', { name: en('settings.sections.profile.title') }).first(),
  ).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  const elsewhere = await openAs(admin.email);
  await elsewhere.goto(inbox());
  await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'en');
  await expect(elsewhere.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.getByRole('button', { name: admin.actor.name }).click();
  await page.getByRole('menuitem', { name: en('navigation.signOut') }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto(inbox());
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});
