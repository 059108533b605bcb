import { expect } from '@playwright/test';
import { newId } from '@/kernel/ids';
import type { Role } from '@/kernel/vocabulary';
import type { MemberContext } from '@/platform/context/context';
import { anApiChannel, anInboundMessage, signed } from '../../factories/channels';
import { aMember, aWorkspace, type TestWorkspace } from '../../factories/workspaces';

export type Person = MemberContext & { email: string };

export interface Channel {
  id: string;
  webhookUrl: string;
  secret: string;
}

export interface Workplace {
  workspace: TestWorkspace;
  admin: Person;
  channel: Channel;
  /** The inbox's path, with what stands behind it. */
  inbox: (query?: string) => string;
}

/** A workspace of the test's own with an admin and an API channel; `callbackUrl` is where its answers go. */
export async function aWorkplace(callbackUrl?: string): Promise<Workplace> {
  const workspace = await aWorkspace();
  const admin = await aPerson(workspace, 'Ada Sommer', 'admin');
  const created = await anApiChannel(admin, {
    name: 'Shop',
    ...(callbackUrl && { settings: { callbackUrl } }),
  });
  const { id, webhookUrl } = created;
  const channel = { id, webhookUrl, secret: created.shownSecrets[0]?.value ?? '' };
  return { workspace, admin, channel, inbox: (query = '') => `/${workspace.slug}/inbox${query}` };
}

export async function aPerson(workspace: TestWorkspace, name: string, role: Role = 'marketer') {
  const email = `${newId()}@example.org`;
  return { ...(await aMember(workspace, { name, role, email })), email };
}

export interface Said {
  /** Which conversation; also its subject. */
  subject: string;
  by?: string;
  text: string;
  /** Seconds before now. */
  ago?: number;
  visibility?: 'public' | 'private';
}

/** Lets the integrator post these messages, signed. */
export async function post(channel: Channel, ...said: Said[]): Promise<void> {
  const data = said.map(({ subject, by = 'Jonas Weber', text, ago = 0, visibility = 'public' }) =>
    anInboundMessage({
      conversation: { externalId: subject, subject },
      author: { externalId: by, name: by },
      text,
      visibility,
      kind: visibility === 'public' ? 'comment' : 'direct',
      sentAt: new Date(Date.now() - ago * 1000).toISOString(),
    }),
  );
  const body = JSON.stringify({ type: 'message.batch', data });
  const answer = await fetch(channel.webhookUrl, {
    method: 'POST',
    headers: signed(channel.secret, body),
    body,
  });
  expect(answer.status, await answer.text()).toBe(200);
}
