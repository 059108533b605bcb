import type { WorkspaceId } from '@/kernel/ids';
import type { TenantContext } from '@/platform/context/context';
import { runUnitOfWork } from '@/platform/context/unit-of-work';
import type { SystemUseCase } from '@/platform/context/use-case';
import type { JobContext, JobDefinition } from '@/platform/jobs/job';
import type { JobHandler } from '@/platform/jobs/worker';
import { systemContext } from './system-context';

/** A job that is one use-case in one transaction: safe to run twice because its effects and its end commit together. */
export function jobDoor<Payload, Output>(
  job: JobDefinition<Payload>,
  useCase: SystemUseCase<Payload, Output>,
): JobHandler {
  return jobHandler(job, async (context, payload) => {
    await runUnitOfWork(context, (work) => useCase.run(work, payload));
  });
}

/** A job that needs more than one transaction (something is sent in between): it gets the context itself. */
export function jobHandler<Payload>(
  job: JobDefinition<Payload>,
  handle: (context: TenantContext<null>, payload: Payload, job: JobContext) => Promise<void>,
): JobHandler {
  return {
    job: job as JobDefinition<unknown>,
    handle: async (payload, context) => {
      // The stamp was written by the platform in the transaction that enqueued: it is the proof (tenancy lock 4).
      const tenant = await systemContext(context.workspaceId as WorkspaceId);
      await handle(tenant, payload as Payload, context);
    },
  };
}
