import { expect, it } from 'vitest';
import { invitationExpiry, mayAccept } from './invitation';
import { mayChangeStanding } from './last-admin';

const members = [
  { id: 'a', role: 'admin' },
  { id: 'b', role: 'marketer' },
] as const;

it.each([
  [members, 'a', 'manager', false],
  [members, 'a', null, false],
  [members, 'a', 'admin', true],
  [members, 'b', null, true],
  [members, 'b', 'admin', true],
  [[...members, { id: 'c', role: 'admin' } as const], 'a', null, true],
] as const)('case %#: somebody must stay in charge', (all, id, next, isFine) => {
  expect(mayChangeStanding(all, id, next).ok).toBe(isFine);
});

it('an invitation counts for its address, for seven days', () => {
  const now = new Date('2026-11-22T10:00:00Z');
  const invitation = { email: 'mira@nordlicht.example', expiresAt: invitationExpiry(now) };
  const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
  expect(mayAccept(invitation, 'Mira@Nordlicht.example ', later(6.9))).toMatchObject({ ok: true });
  expect(mayAccept(invitation, 'mira@nordlicht.example', later(7))).toMatchObject({
    refusal: 'invitation_expired',
  });
  expect(mayAccept(invitation, 'x@y.example', now)).toMatchObject({
    refusal: 'invitation_for_somebody_else',
  });
});
