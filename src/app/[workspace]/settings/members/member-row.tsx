'use client';
import Ellipsis from 'lucide-react/icons/ellipsis';
import KeyRound from 'lucide-react/icons/key-round';
import UserMinus from 'lucide-react/icons/user-minus';
import { useTranslations } from 'next-intl';
import { roles } from '@/kernel/vocabulary';
import type { MemberSummary } from '@/modules/workspaces/contract';
import { Avatar } from '@/ui/avatar';
import { Chip } from '@/ui/chip';
import { CopyField } from '@/ui/copy-field';
import { Dialog } from '@/ui/dialog';
import { icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Menu } from '@/ui/menu';
import { Select } from '@/ui/select';
import { useMemberChanges } from './use-member-changes';
import { useResetLink } from './use-reset-link';

export interface MemberRowProps {
  slug: string;
  member: MemberSummary;
  isSelf: boolean;
  isInCharge: boolean;
}

export function MemberRow({ slug, member, isSelf, isInCharge }: MemberRowProps) {
  const t = useTranslations('settings.members');
  const words = useTranslations('vocabulary.role');
  const common = useTranslations('common');
  const reset = useResetLink(slug, member.id);
  const { role, isPending, changeRole, remove } = useMemberChanges(slug, member);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <Avatar id={member.id} name={member.name} />
      <div className="min-w-0 flex-1 basis-44">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium">{member.name}</span>
          {isSelf ? <Chip small>{t('you')}</Chip> : null}
        </p>
        <p className="truncate text-meta text-ink-3">{member.email}</p>
      </div>
      {isInCharge ? (
        <>
          <Select
            aria-label={t('roleOf', { name: member.name })}
            className="!w-36"
            disabled={isPending}
            value={role}
            onValueChange={changeRole}
            options={roles.map((value) => ({ value, label: words(value) }))}
          />
          <Menu
            align="end"
            trigger={
              <IconButton label={t('actionsFor', { name: member.name })} icon={<Ellipsis {...icon} />} />
            }
            entries={[
              {
                id: 'reset',
                label: t('resetLink'),
                icon: <KeyRound {...icon} />,
                disabled: isSelf,
                onSelect: reset.create,
              },
              {
                id: 'remove',
                label: t('remove'),
                icon: <UserMinus {...icon} />,
                tone: 'danger',
                disabled: isSelf,
                onSelect: remove,
              },
            ]}
          />
          <Dialog
            title={t('resetTitle')}
            description={t('resetText', { name: member.name })}
            closeLabel={common('close')}
            open={reset.made !== null}
            onOpenChange={(open) => !open && reset.close()}
          >
            <CopyField
              label={t('resetLink')}
              value={reset.made?.link ?? ''}
              copyLabel={common('copy')}
              copiedLabel={common('copied')}
            />
          </Dialog>
        </>
      ) : (
        <span className="text-small text-ink-2">{words(member.role)}</span>
      )}
    </div>
  );
}
