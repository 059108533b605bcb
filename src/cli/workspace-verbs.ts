import { executeAsOperator, openWorkspaceAsOperator, operatorContexts } from '@/entry/cli';
import { parseInput } from '@/entry/parse-input';
import { createWorkspaceInput } from '@/modules/workspaces/contract';
import { inviteMember } from '@/modules/workspaces/use-cases/invite-member';
import { env } from '@/platform/env';

export interface CreateOptions {
  name: string;
  slug?: string;
  locale: string;
  timeZone: string;
  owner?: string;
}

/** A workspace; with `owner`, an invitation as its first admin, whose link is printed and works for seven days. */
export async function createWorkspace({ slug, owner, ...typed }: CreateOptions) {
  const input = parseInput(createWorkspaceInput, typed);
  const invited =
    owner === undefined ? null : parseInput(inviteMember.input, { email: owner, role: 'admin' });
  const context = await openWorkspaceAsOperator({ ...input, ...(slug !== undefined && { slug }) });
  const { workspace } = context;
  const invitation = invited && (await executeAsOperator(inviteMember, context, invited));
  return {
    slug: workspace.slug,
    name: workspace.name,
    id: workspace.id,
    locale: workspace.locale,
    timeZone: workspace.timeZone,
    url: `${env().PUBLIC_URL}/${workspace.slug}`,
    ...(invitation && {
      owner: invitation.email,
      link: `${env().PUBLIC_URL}/invitation/${invitation.token}`,
      expiresAt: invitation.expiresAt,
    }),
  };
}

export async function* listWorkspaces() {
  for await (const { context, createdAt } of operatorContexts()) {
    const { slug, name, id, locale, timeZone } = context.workspace;
    yield { slug, name, id, locale, timeZone, createdAt };
  }
}
