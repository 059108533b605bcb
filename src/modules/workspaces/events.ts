import type { Role } from '@/kernel/vocabulary';
import type { DomainEvent } from '@/platform/events/event';

/** Somebody joined, for the first time or again. */
export const memberJoined = (memberId: string): DomainEvent => ({
  type: 'member.joined',
  payload: { memberId },
});

/** Somebody was removed or left; what was theirs is for others to hand on. */
export const memberRemoved = (memberId: string): DomainEvent => ({
  type: 'member.removed',
  payload: { memberId },
});

export const memberRoleChanged = (memberId: string, role: Role): DomainEvent => ({
  type: 'member.role_changed',
  payload: { memberId, role },
});

export const memberUpdated = (memberId: string): DomainEvent => ({
  type: 'member.updated',
  payload: { memberId },
});

export const invitationChanged = (
  change: 'created' | 'revoked' | 'restored',
  invitationId: string,
): DomainEvent => ({
  type: `invitation.${change}`,
  payload: { invitationId },
});

export const teamChanged = (
  change: 'created' | 'renamed' | 'members_set' | 'deleted',
  teamId: string,
): DomainEvent => ({
  type: `team.${change}`,
  payload: { teamId },
});

/** Name, language, time zone, business hours or holidays: whatever counts with them has to be read anew. */
export const workspaceUpdated = (): DomainEvent => ({ type: 'workspace.updated', payload: {} });

/** Time zone, business hours or holidays are others than before. */
export const businessTimeChanged = (): DomainEvent => ({
  type: 'workspace.business_time_changed',
  payload: {},
});

export const apiKeyChanged = (change: 'created' | 'revoked', apiKeyId: string): DomainEvent => ({
  type: `api_key.${change}`,
  payload: { apiKeyId },
});
