import { cookies } from 'next/headers';
import type { FieldError } from '@/kernel/errors';
import { newId } from '@/kernel/ids';
import type { MemberContext } from '@/platform/context/context';
import type { UseCase } from '@/platform/context/use-case';
import { type Authorised, authoriseSession, requireContext, type SignedIn } from './authorise';
import { execute } from './execute';
import { toAppError } from './problem';

/** What a form gets back: never an exception, and what was typed stays where it is. */
export type ActionResult<Output> =
  | { ok: true; value: Output }
  | { ok: false; reason: string; fields: readonly FieldError[]; params: Record<string, string | number> };

/** A server action around one use-case, for settings and editors; the workspace's slug comes with the call. */
export function runAction<Input, Output, RawInput>(
  useCase: UseCase<Input, Output, RawInput>,
  workspaceSlug: string,
  raw: unknown,
): Promise<ActionResult<Output>> {
  return runMemberAction(workspaceSlug, (context) => execute(useCase, context, raw));
}

/** A server action that is more than one use-case: what is sent after the commit, what needs the session itself. */
export async function runMemberAction<Output>(
  workspaceSlug: string,
  work: (context: MemberContext, signedIn: SignedIn) => Promise<Output>,
): Promise<ActionResult<Output>> {
  const requestId = newId();
  try {
    const jar = await cookies();
    const header = jar.getAll().map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
    const authorised = await authoriseSession(header.join('; '), workspaceSlug, requestId);
    const context = requireContext(authorised);
    return { ok: true, value: await work(context, (authorised as Authorised).signedIn) };
  } catch (error) {
    const { reason, fields, params } = toAppError(error, requestId);
    return { ok: false, reason, fields, params };
  }
}
