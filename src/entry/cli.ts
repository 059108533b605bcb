import { notFound } from '@/kernel/errors';
import type { WorkspaceId } from '@/kernel/ids';
import type { CreateWorkspace } from '@/modules/workspaces/use-cases/create-workspace';
import type { TenantContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import type { OperatorUseCase, UseCaseContext } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { systemDb } from '@/platform/db/system-db';
import { parseInput } from './parse-input';
import { openWorkspace } from './sign-up';
import { systemContext } from './system-context';

interface ListedWorkspace {
  workspaceId: string;
  slug: string;
  createdAt: Date;
}

function listed(): Promise<ListedWorkspace[]> {
  return systemDb('administration').query<ListedWorkspace>(
    sql`SELECT workspace_id AS "workspaceId", slug, created_at AS "createdAt" FROM system_workspaces()`,
  );
}

/** The workspace an operator names by its slug: who may start the command line may administer every workspace. */
export async function operatorContext(slug: string): Promise<TenantContext<null>> {
  const found = (await listed()).find((workspace) => workspace.slug === slug);
  if (!found) throw notFound('no_workspace_of_this_slug');
  return systemContext(found.workspaceId as WorkspaceId);
}

/** Every workspace in turn, oldest first. */
export async function* operatorContexts(): AsyncGenerator<{ context: TenantContext<null>; createdAt: Date }> {
  for (const { workspaceId, createdAt } of await listed()) {
    yield { context: await systemContext(workspaceId as WorkspaceId), createdAt };
  }
}

/** A workspace, with or without a first admin. */
export async function openWorkspaceAsOperator(input: CreateWorkspace): Promise<TenantContext<null>> {
  return systemContext((await openWorkspace(input)).workspaceId);
}

/**
 * Runs a use-case for the operator: in the system's name, since no member did it, and with the way it came in its
 * audit entry.
 */
export function executeAsOperator<Input, Output, RawInput>(
  useCase: OperatorUseCase<Input, Output, RawInput>,
  context: TenantContext<null>,
  raw: unknown,
): Promise<Output> {
  const input = parseInput(useCase.input, raw);
  return runAsOperator(context, (work) => useCase.run(work, input));
}

/** The same for work that is no single use-case with an input of its own. */
export function runAsOperator<Output>(
  context: TenantContext<null>,
  run: (work: UseCaseContext<null>) => Promise<Output>,
): Promise<Output> {
  return runUnitOfWork(context, (work) =>
    run({
      ...work,
      audit: (...records) =>
        work.audit(
          ...records.map((record) => ({ ...record, data: { ...record.data, via: 'command_line' } })),
        ),
    }),
  );
}
