import type { MemberId, UserId, WorkspaceId } from '@/kernel/ids';
import type { Locale, Role } from '@/kernel/vocabulary';
import type { TenantDb } from '@/platform/db/tenant-db';
import type { Log } from '@/platform/log/log';

/** Who acts: a member, through a browser or an API key. */
export interface Actor {
  memberId: MemberId;
  userId: UserId;
  role: Role;
  name: string;
}

export interface WorkspaceFacts {
  id: WorkspaceId;
  slug: string;
  name: string;
  locale: Locale;
  /** IANA name; every border a person sees or filters by uses it. */
  timeZone: string;
}

/**
 * What entry hands on to modules that may not reach for it themselves; each door adds its own line where it
 * is made (`entry/offers.ts`).
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging in entry/offers.ts
export interface ContextOffers {}

/** What reads and decisions are made with. Made only in `entry/`, from proof of membership or a job's stamp. */
export interface TenantContext<WorkActor extends Actor | null = Actor | null> {
  workspace: WorkspaceFacts;
  /** Null where the system itself acts: a job, an inbound event. */
  actor: WorkActor;
  db: TenantDb;
  now: () => Date;
  log: Log;
  requestId: string;
  offers: ContextOffers;
}

/** A context with a person behind it. */
export type MemberContext = TenantContext<Actor>;
