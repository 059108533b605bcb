import { executeAsOperator, operatorContext, runAsOperator } from '@/entry/cli';
import { parseInput } from '@/entry/parse-input';
import { notFound } from '@/kernel/errors';
import {
  findMemberByEmail,
  listApiKeys as listApiKeysOf,
  listInvitations,
  listMembers as listMembersOf,
} from '@/modules/workspaces/queries';
import { createApiKey as createApiKeyUseCase } from '@/modules/workspaces/use-cases/create-api-key';
import { createResetLink as createResetLinkUseCase } from '@/modules/workspaces/use-cases/create-reset-link';
import { inviteMember as inviteMemberUseCase } from '@/modules/workspaces/use-cases/invite-member';
import type { MemberContext, TenantContext } from '@/platform/context/context';
import { env } from '@/platform/env';

/** No mail is sent: the link is the operator's to pass on. */
export async function inviteMember(slug: string, input: { email: string; role: string }) {
  const context = await operatorContext(slug);
  const { email, role, token, expiresAt } = await executeAsOperator(inviteMemberUseCase, context, input);
  return { email, role, link: `${env().PUBLIC_URL}/invitation/${token}`, expiresAt };
}

/** No mail is sent: the link is the operator's to pass on. */
export async function createResetLink(slug: string, { email }: { email: string }) {
  const { context, actor } = await memberOf(slug, email);
  const input = { memberId: actor.memberId };
  const { token, expiresAt } = await executeAsOperator(createResetLinkUseCase, context, input);
  return { email, link: `${env().PUBLIC_URL}/reset/${token}`, expiresAt };
}

/** Members by name, then invitations still open. */
export async function listMembers(slug: string): Promise<object[]> {
  const context = await operatorContext(slug);
  const members = await listMembersOf(context);
  const invitations = await listInvitations(context);
  return [
    ...members.map(({ email, role, name, id, joinedAt }) => ({
      email,
      role,
      name,
      id,
      state: 'member',
      joinedAt,
    })),
    ...invitations.map(({ email, role, id, expiresAt }) => ({
      email,
      role,
      id,
      state: 'invited',
      expiresAt,
    })),
  ];
}

export async function createApiKey(slug: string, { member, name }: { member: string; name: string }) {
  const { context, actor } = await memberOf(slug, member);
  const input = parseInput(createApiKeyUseCase.input, { name });
  const { key, apiKeyId } = await runAsOperator(context, (work) =>
    createApiKeyUseCase.run({ ...work, actor }, input),
  );
  return { key, id: apiKeyId, name: input.name, member, role: actor.role };
}

/** Keys that work; the keys themselves are known to nobody any more. */
export async function listApiKeys(slug: string, member?: string): Promise<object[]> {
  const context = await operatorContext(slug);
  const members = (await listMembersOf(context)).filter(
    ({ email }) => !member || email === member.toLowerCase(),
  );
  if (member && members.length === 0) throw notFound('member_not_found');
  const lines: object[] = [];
  for (const { email } of members) {
    const { actor } = await memberOf(slug, email);
    for (const key of await listApiKeysOf({ ...context, actor })) lines.push({ member: email, ...key });
  }
  return lines;
}

async function memberOf(
  slug: string,
  email: string,
): Promise<{ context: TenantContext<null>; actor: MemberContext['actor'] }> {
  const context = await operatorContext(slug);
  const actor = await findMemberByEmail(context, email);
  if (!actor) throw notFound('member_not_found');
  return { context, actor };
}
