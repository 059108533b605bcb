/** Tables without row-level security, each with its reason. Anything else must be under forced policies. */
export const tablesWithoutWorkspace: Record<string, string> = {
  users: 'a login belongs to a person, who may be a member of several workspaces',
  user_accounts: 'a login at an OpenID provider belongs to a person',
  sessions: 'a session belongs to a person; the membership is checked at each request',
  password_resets: 'a forgotten password belongs to a person; the link is all they have',
  rate_limits: 'counted before anybody is known; holds no content',
  outbox_readers: 'how far a reader of all workspaces has come; holds no content',
  _prisma_migrations: 'the migrations that ran',
};
