import { forbidden } from '@/kernel/errors';
import { isAllowed } from '@/modules/workspaces/policy';
import type { MemberContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import type { UseCase } from '@/platform/context/use-case';
import { parseInput } from './parse-input';

/** The one way a member's write happens: may they, is the input right, then all of it in one transaction. */
export async function execute<Input, Output, RawInput>(
  useCase: UseCase<Input, Output, RawInput>,
  context: MemberContext,
  raw: unknown,
): Promise<Output> {
  requirePermission(context, useCase.permission);
  const input = parseInput(useCase.input, raw);
  return runUnitOfWork(context, (work) => useCase.run(work, input));
}

export function requirePermission(context: MemberContext, permission: string): void {
  if (!isAllowed(context.actor.role, permission)) throw forbidden();
}
