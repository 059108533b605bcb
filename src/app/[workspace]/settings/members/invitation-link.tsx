'use client';
import { useTranslations } from 'next-intl';
import type { DeliveredInvitation } from '@/entry/invitations';
import { CopyField } from '@/ui/copy-field';

/** The link as the admin passes it on; shown once, since only its hash is kept. */
export function InvitationLink({ invitation }: { invitation: DeliveredInvitation }) {
  const t = useTranslations('settings.members');
  const common = useTranslations('common');
  return (
    <div className="pb-1">
      <CopyField
        label={t('link')}
        value={invitation.link}
        copyLabel={common('copy')}
        copiedLabel={common('copied')}
      />
    </div>
  );
}
