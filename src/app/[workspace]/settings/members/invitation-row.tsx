'use client';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Mail from 'lucide-react/icons/mail';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DeliveredInvitation } from '@/entry/invitations';
import type { InvitationSummary } from '@/modules/workspaces/contract';
import { Chip } from '@/ui/chip';
import { Dialog } from '@/ui/dialog';
import { icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Menu } from '@/ui/menu';
import { useAction } from '../../../action-form/use-action';
import { renewInvitationAction, restoreInvitationAction, revokeInvitationAction } from './actions';
import { InvitationLink } from './invitation-link';

export interface InvitationRowProps {
  slug: string;
  invitation: InvitationSummary;
  isExpired: boolean;
}

export function InvitationRow({ slug, invitation, isExpired }: InvitationRowProps) {
  const t = useTranslations('settings.members');
  const words = useTranslations('vocabulary.role');
  const common = useTranslations('common');
  const format = useFormatter();
  const { run } = useAction();
  const [renewed, setRenewed] = useState<DeliveredInvitation | null>(null);
  const { id, email, role, expiresAt } = invitation;
  const revoke = () =>
    run(() => revokeInvitationAction(slug, id), {
      done: () => ({
        text: t('revoked', { email }),
        undo: () => run(() => restoreInvitationAction(slug, id)),
      }),
    });
  const renew = () =>
    run(() => renewInvitationAction(slug, email, role), {
      done: (made) => {
        if (made.isMailed) return { text: t('mailed', { email }) };
        setRenewed(made);
        return undefined;
      },
    });
  return (
    <div className="flex items-center gap-3 px-4 py-3">
      <span className="grid size-8.5 shrink-0 place-items-center rounded-full bg-sunken text-ink-3">
        <Mail {...icon} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{email}</p>
        <p className="text-meta text-ink-3">
          {words(role)} · {t('expires', { date: format.dateTime(expiresAt, 'day') })}
        </p>
      </div>
      {isExpired ? <Chip tone="warn">{t('expired')}</Chip> : null}
      <Menu
        align="end"
        trigger={<IconButton label={t('actionsFor', { name: email })} icon={<Ellipsis {...icon} />} />}
        entries={[
          { id: 'renew', label: t('renew'), onSelect: renew },
          { id: 'revoke', label: t('revoke'), tone: 'danger', onSelect: revoke },
        ]}
      />
      <Dialog
        title={t('linkTitle')}
        description={t('linkText', { email })}
        closeLabel={common('close')}
        open={renewed !== null}
        onOpenChange={(open) => !open && setRenewed(null)}
      >
        {renewed ? <InvitationLink invitation={renewed} /> : null}
      </Dialog>
    </div>
  );
}
