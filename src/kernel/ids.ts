import { v7 } from 'uuid';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Proof that a workspace was authorised; minted only in `entry/` (tenancy lock 1). */
export type WorkspaceId = Branded<'WorkspaceId'>;
export type UserId = Branded<'UserId'>;
/** A membership's id: one login inside one workspace. */
export type MemberId = Branded<'MemberId'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A new UUIDv7: time-ordered, so that it indexes well and sorts by creation. */
export function newId(): string {
  return v7();
}

/** True for a lower-case UUID of any version. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
