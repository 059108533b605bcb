import type { z } from 'zod';
import type { TenantTransaction } from '@/platform/db/tenant-db';
import type { DomainEvent } from '@/platform/events/event';
import type { EnqueueOptions, JobDefinition } from '@/platform/jobs/job';
import type { Actor, TenantContext } from './context';

/** One line of the audit log: what was done to what; `data` never holds message text or secrets. */
export interface AuditRecord {
  action: string;
  subjectType: string;
  subjectId?: string;
  data?: Record<string, unknown>;
}

/** What a use-case writes with; all of it commits together or not at all. */
export interface UseCaseContext<WorkActor extends Actor | null = Actor>
  extends Omit<TenantContext<WorkActor>, 'db'> {
  db: TenantTransaction;
  emit(...events: DomainEvent[]): void;
  audit(...records: AuditRecord[]): void;
  enqueue<Payload>(job: JobDefinition<Payload>, payload: Payload, options?: EnqueueOptions): void;
}

/**
 * A write a member may ask for. `permission` is a key of the policy table, `input` what every door parses. One that
 * bears a context without a person is also the operator's, from the command line.
 */
export interface UseCase<Input, Output, RawInput = Input, WorkActor extends Actor | null = Actor> {
  name: `${string}.${string}`;
  permission: string;
  input: z.ZodType<Input, RawInput>;
  // A property, so that a use-case that needs a person is no operator's use-case.
  run: (context: UseCaseContext<WorkActor>, input: Input) => Promise<Output>;
}

/** A use-case that the operator of the machine may run too. */
export type OperatorUseCase<Input, Output, RawInput = Input> = UseCase<Input, Output, RawInput, Actor | null>;

/** A write only the system itself does: applying inbound events, sending, waking snoozed conversations. */
export interface SystemUseCase<Input, Output> {
  name: `${string}.${string}`;
  run(context: UseCaseContext<Actor | null>, input: Input): Promise<Output>;
}

export function defineUseCase<Input, Output, RawInput = Input>(
  useCase: UseCase<Input, Output, RawInput>,
): UseCase<Input, Output, RawInput> {
  return useCase;
}

export function defineOperatorUseCase<Input, Output, RawInput = Input>(
  useCase: OperatorUseCase<Input, Output, RawInput>,
): OperatorUseCase<Input, Output, RawInput> {
  return useCase;
}

export function defineSystemUseCase<Input, Output>(
  useCase: SystemUseCase<Input, Output>,
): SystemUseCase<Input, Output> {
  return useCase;
}
