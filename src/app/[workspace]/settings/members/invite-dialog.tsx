'use client';
import UserPlus from 'lucide-react/icons/user-plus';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DeliveredInvitation } from '@/entry/invitations';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { icon } from '@/ui/icon';
import { showToast } from '@/ui/toast';
import { InvitationLink } from './invitation-link';
import { InviteForm } from './invite-form';

/** Invites somebody; where no mail goes out, shows the link to pass on. */
export function InviteDialog({ slug }: { slug: string }) {
  const t = useTranslations('settings.members');
  const common = useTranslations('common');
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<DeliveredInvitation | null>(null);
  const onInvited = (invitation: DeliveredInvitation) => {
    router.refresh();
    if (!invitation.isMailed) return setMade(invitation);
    setOpen(false);
    showToast({ text: t('mailed', { email: invitation.email }), tone: 'good' });
  };
  return (
    <Dialog
      title={made ? t('linkTitle') : t('invite')}
      description={made ? t('linkText', { email: made.email }) : t('inviteText')}
      closeLabel={common('close')}
      open={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        if (open) setMade(null);
      }}
      trigger={
        <Button tone="primary" icon={<UserPlus {...icon} />}>
          {t('invite')}
        </Button>
      }
    >
      {made ? <InvitationLink invitation={made} /> : <InviteForm slug={slug} onInvited={onInvited} />}
    </Dialog>
  );
}
