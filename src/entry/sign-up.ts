import { invalidInput } from '@/kernel/errors';
import { newId, type UserId, type WorkspaceId } from '@/kernel/ids';
import type { Locale } from '@/kernel/vocabulary';
import { type CreateWorkspace, createWorkspace } from '@/modules/workspaces/use-cases/create-workspace';
import { hashPassword } from '@/platform/auth/password';
import { checkPassword } from '@/platform/auth/password-rules';
import type { TenantContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import { tenantDb } from '@/platform/db/tenant-db';
import { log } from '@/platform/log/log';
import { offers } from './offers';

export interface SignUp {
  name: string;
  email: string;
  password: string;
  workspaceName: string;
  locale: Locale;
  timeZone: string;
}

/** A login and its first workspace, or neither. Refuses passwords the rules refuse and `email_taken`. */
export async function signUp(
  input: SignUp,
): Promise<{ userId: UserId; workspaceId: WorkspaceId; slug: string }> {
  const { name, email, workspaceName, locale, timeZone } = input;
  await requireGoodPassword(input.password, [email, name, workspaceName]);
  const userId = newId() as UserId;
  const created = await openWorkspace({
    name: workspaceName,
    locale,
    timeZone,
    owner: { userId, name },
    login: { email, passwordHash: await hashPassword(input.password) },
  });
  return { userId, ...created };
}

/** A workspace for a login that exists, or for a new one; also the command line's way. */
export async function openWorkspace(
  input: CreateWorkspace,
): Promise<{ workspaceId: WorkspaceId; slug: string; memberId: string | null }> {
  const workspaceId = newId() as WorkspaceId;
  const { slug, memberId } = await runUnitOfWork(contextOfNew(workspaceId, input), (work) =>
    createWorkspace.run(work, input),
  );
  return { workspaceId, slug, memberId };
}

/** @throws invalid_input at `password` */
export async function requireGoodPassword(password: string, personal: readonly string[]): Promise<void> {
  const decision = await checkPassword(password, personal);
  if (!decision.ok) throw invalidInput([{ path: 'password', reason: decision.refusal }]);
}

/** The workspace's row comes to be inside this very context. */
function contextOfNew(
  workspaceId: WorkspaceId,
  { name, locale, timeZone }: CreateWorkspace,
): TenantContext<null> {
  const requestId = newId();
  return {
    workspace: { id: workspaceId, slug: '', name, locale, timeZone },
    actor: null,
    db: tenantDb(workspaceId),
    now: () => new Date(),
    log: log.child({ requestId, workspaceId }),
    requestId,
    offers: offers(),
  };
}
