import { getTranslations } from 'next-intl/server';
import type { InvitationSummary } from '@/modules/workspaces/contract';
import { InvitationRow } from './invitation-row';

export interface InvitationListProps {
  slug: string;
  invitations: readonly InvitationSummary[];
  now: Date;
}

export async function InvitationList({ slug, invitations, now }: InvitationListProps) {
  const t = await getTranslations('settings.members');
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="open-invitations">
      <h2 id="open-invitations" className="mb-2.5 text-body font-semibold">
        {t('openInvitations')}
      </h2>
      <ul className="overflow-hidden rounded-r3 border border-line bg-surface">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="border-b border-line last:border-b-0">
            <InvitationRow slug={slug} invitation={invitation} isExpired={invitation.expiresAt <= now} />
          </li>
        ))}
      </ul>
    </section>
  );
}
