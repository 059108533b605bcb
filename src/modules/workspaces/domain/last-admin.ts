import { ok, type Result, refuse } from '@/kernel/result';
import type { Role } from '@/kernel/vocabulary';

export interface Standing {
  id: string;
  role: Role;
}

/**
 * May a member's role become `next` (null: leaves)? Refuses `last_admin` where nobody would be left to look after
 * the workspace.
 * @param members everybody who belongs to it now
 */
export function mayChangeStanding(
  members: readonly Standing[],
  memberId: string,
  next: Role | null,
): Result<void, 'last_admin'> {
  if (next === 'admin') return ok(undefined);
  const isAdminLeft = members.some((member) => member.role === 'admin' && member.id !== memberId);
  return isAdminLeft ? ok(undefined) : refuse('last_admin');
}
