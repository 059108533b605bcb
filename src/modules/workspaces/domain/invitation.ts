import { ok, type Result, refuse } from '@/kernel/result';

const DAYS = 7;

/** When an invitation made now stops counting. */
export function invitationExpiry(now: Date): Date {
  return new Date(now.getTime() + DAYS * 24 * 60 * 60 * 1000);
}

export type InvitationRefusal = 'invitation_expired' | 'invitation_for_somebody_else';

/** May this login take this invitation? Refuses after its expiry and with another e-mail address than the invited one. */
export function mayAccept(
  invitation: { email: string; expiresAt: Date },
  email: string,
  now: Date,
): Result<void, InvitationRefusal> {
  if (invitation.expiresAt <= now) return refuse('invitation_expired');
  if (invitation.email !== email.trim().toLowerCase()) return refuse('invitation_for_somebody_else');
  return ok(undefined);
}
