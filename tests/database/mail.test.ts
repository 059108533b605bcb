import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inviteAndDeliver } from '@/entry/invitations';
import { canMailResets, createAndDeliverReset, requestReset } from '@/entry/password-resets';
import { newId } from '@/kernel/ids';
import type { Locale } from '@/kernel/vocabulary';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { env, fillEnv } from '@/platform/env';
import { aMember, aWorkspace, type TestWorkspace } from '../factories/workspaces';
import { type MailServer, startMailServer } from '../stand-ins/smtp';

let open: MailServer;
let guarded: MailServer;
let workspace: TestWorkspace;
let admin: MemberContext;

beforeAll(async () => {
  open = await startMailServer({ disabledCommands: ['STARTTLS', 'AUTH'] });
  guarded = await startMailServer({});
});
afterAll(async () => {
  await open.close();
  await guarded.close();
});
beforeEach(async () => {
  open.received.length = guarded.received.length = 0;
  workspace = await aWorkspace();
  admin = await aMember(workspace, { role: 'admin', name: 'Änne Óg' });
});
afterEach(() => fillEnv({ SMTP_URL: '' }, { override: true }));

const mailBy = (address: string) =>
  fillEnv({ SMTP_URL: address, MAIL_FROM: 'Rapport <no-reply@rapport.example>' }, { override: true });
const byOpen = () => mailBy(`smtp://127.0.0.1:${open.port}`);
const speaking = (locale: Locale) => ({
  ...admin,
  workspace: { ...admin.workspace, name: 'Nordlicht', locale },
});
const invite = (locale: Locale = 'de', email = `${newId()}@example.org`) =>
  inviteAndDeliver(speaking(locale), { email, role: 'marketer' });

describe('a mail', () => {
  it.each([
    ['de', 'Änne Óg lädt Sie zu Nordlicht auf Rapport ein', 'Der Link gilt sieben Tage.'],
    ['en', 'Änne Óg invites you to Nordlicht on Rapport', 'The link works for seven days.'],
  ] as const)(
    'invites in %s: whole headers, plain text, the link in it',
    async (locale, subject, sentence) => {
      byOpen();
      const made = await invite(locale);
      expect(made.isMailed).toBe(true);
      const [{ to, mail }] = open.received as [MailServer['received'][number]];
      expect(to).toEqual([made.email]);
      expect(mail.subject).toBe(subject);
      expect(mail.from?.text).toBe('"Rapport" <no-reply@rapport.example>');
      expect(mail.messageId).toMatch(/^<.+@rapport\.example>$/);
      expect(Math.abs(Date.now() - (mail.date?.getTime() ?? 0))).toBeLessThan(60_000);
      expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
      expect(mail.text).toContain(made.link);
      expect(mail.text).toContain(sentence);
      expect(mail.html).toBe(false);
    },
  );

  it.each([
    ['de', 'Ihr neues Passwort für Rapport', 'Der Link gilt einmal und eine Stunde lang.'],
    ['en', 'Your new password for Rapport', 'The link works once, for an hour.'],
  ] as const)('lets a forgotten password be set anew in %s', async (locale, subject, sentence) => {
    byOpen();
    const email = `${newId()}@example.org`;
    await aMember(workspace, { email, name: 'Jürgen' });
    const { afterwards } = await requestReset(email, { address: '192.0.2.7', locale });
    await afterwards;
    const [{ to, mail }] = open.received as [MailServer['received'][number]];
    expect([to, mail.subject]).toEqual([[email], subject]);
    expect(mail.text).toContain('Jürgen');
    expect(mail.text).toContain(sentence);
    expect(mail.text).toMatch(new RegExp(`${env().PUBLIC_URL}/reset/[\\w-]{43}\\s`));
  });

  it('goes to nobody whose address no login has, and prefers the language the person chose', async () => {
    byOpen();
    const unknown = await requestReset(`${newId()}@example.org`, { address: '192.0.2.8', locale: 'de' });
    await unknown.afterwards;
    expect(open.received).toEqual([]);
    const email = `${newId()}@example.org`;
    const { actor } = await aMember(workspace, { email });
    await systemDb('sign-in').query(sql`UPDATE users SET locale = 'en' WHERE id = ${actor.userId}::uuid`);
    await (await requestReset(email, { address: '192.0.2.8', locale: 'de' })).afterwards;
    expect(open.received[0]?.mail.subject).toBe('Your new password for Rapport');
  });
});

describe('a server that', () => {
  const trusting = 'tls.rejectUnauthorized=false';

  it('offers STARTTLS and asks for a password gets both', async () => {
    mailBy(`smtp://rapport:right@127.0.0.1:${guarded.port}/?${trusting}`);
    expect(await invite()).toMatchObject({ isMailed: true });
    expect(guarded.received).toMatchObject([{ isSecure: true, user: 'rapport' }]);
  });

  it.each([
    ['refuses the password', () => `smtp://rapport:wrong@127.0.0.1:${guarded.port}/?${trusting}`],
    ['wants a password and is given none', () => `smtp://127.0.0.1:${guarded.port}/?${trusting}`],
    ['shows a certificate nobody vouches for', () => `smtp://rapport:right@127.0.0.1:${guarded.port}`],
    ['offers no TLS where TLS is asked for', () => `smtp://127.0.0.1:${open.port}/?requireTLS=true`],
    ['is down', () => 'smtp://127.0.0.1:1'],
  ])('%s leaves the admin with the link, of an invitation and of a reset', async (_, address) => {
    mailBy(address());
    const invitation = await invite();
    expect(invitation.isMailed).toBe(false);
    expect(invitation.link).toMatch(/\/invitation\/[\w-]{43}$/);
    const member = await aMember(workspace);
    const reset = await createAndDeliverReset(admin, { memberId: member.actor.memberId });
    expect(reset.isMailed).toBe(false);
    expect(reset.link).toMatch(/\/reset\/[\w-]{43}$/);
    expect([...open.received, ...guarded.received]).toEqual([]);
  });
});

it('without a server there is no promise of a mail', async () => {
  expect(canMailResets()).toBe(false);
  expect(await invite()).toMatchObject({ isMailed: false });
  byOpen();
  expect(canMailResets()).toBe(true);
});
