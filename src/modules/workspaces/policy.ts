import type { Role } from '@/kernel/vocabulary';

const everyone = ['admin', 'manager', 'marketer'] as const;
const leaders = ['admin', 'manager'] as const;
const admins = ['admin'] as const;

/**
 * Who may: the one table of permission × role. Every use-case, page and route names one of these;
 * what is not in the table is refused to everybody.
 */
export const policy = {
  'workspace.read': everyone,
  'workspace.configure': admins,
  'workspace.leave': everyone,
  'profile.edit': everyone,
  'members.read': everyone,
  'members.manage': admins,
  'teams.read': everyone,
  'teams.manage': admins,
  'api_keys.manage_own': everyone,
  'channels.read': everyone,
  'channels.manage': admins,
  'channels.inspect': admins,
  'audit.read': admins,
  'conversations.read': everyone,
  'conversations.reply': everyone,
  'conversations.triage': everyone,
  'conversations.bulk': everyone,
  'contacts.read': everyone,
  'contacts.edit': everyone,
  'tags.read': everyone,
  'tags.manage': everyone,
  'saved_replies.read': everyone,
  'saved_replies.manage': leaders,
  'views.read': everyone,
  'views.manage_own': everyone,
  'views.share': leaders,
  'search.use': everyone,
  'listening.read': everyone,
  'listening.silence': everyone,
  'listening.manage': leaders,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof policy;

/** False also for a permission the table does not know. */
export function isAllowed(role: Role, permission: string): boolean {
  if (!Object.hasOwn(policy, permission)) return false;
  const allowed: readonly Role[] = policy[permission as Permission];
  return allowed.includes(role);
}
