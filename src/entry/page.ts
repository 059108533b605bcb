import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { isAllowed } from '@/modules/workspaces/policy';
import type { MemberContext } from '@/platform/context/context';
import { currentPosition } from '@/platform/events/outbox';
import { type Authorised, authoriseSession } from './authorise';

const authorised = cache(async (slug: string | null): Promise<Authorised | null> => {
  const jar = await cookies();
  const header = jar.getAll().map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
  return authoriseSession(header.join('; '), slug);
});

/** Who is signed in, or null: for pages that know both states. */
export async function maybeSignedIn() {
  return (await authorised(null))?.signedIn ?? null;
}

/**
 * The gate of every page inside a workspace: not signed in goes to sign-in and comes back, a stranger to the
 * workspace or a role without the permission sees "not found".
 */
export async function pageContext(slug: string, permission: string): Promise<MemberContext> {
  const proof = await authorised(slug);
  if (!proof) return toSignIn(slug);
  if (!proof.context || !isAllowed(proof.context.actor.role, permission)) notFound();
  return proof.context;
}

/** The signed-in person of a page inside a workspace, with the membership. */
export async function pageSignedIn(slug: string) {
  const proof = await authorised(slug);
  if (!proof) return toSignIn(slug);
  return proof.signedIn;
}

/** Where the event stream stands before a page reads: from there on its browser is told what it has not seen. */
export async function streamPosition(): Promise<string> {
  const { xid, id } = await currentPosition();
  return `${xid}:${id}`;
}

/** Whether a page shows what needs this permission; the use-case asks again. */
export function may(context: MemberContext, permission: string): boolean {
  return isAllowed(context.actor.role, permission);
}

/** And back to the page that was asked for (`x-path` is written by the proxy, over whatever the client says). */
async function toSignIn(slug: string): Promise<never> {
  const path = (await headers()).get('x-path') ?? `/${slug}`;
  redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}
