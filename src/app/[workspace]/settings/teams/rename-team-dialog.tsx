'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { TeamSummary } from '@/modules/workspaces/contract';
import { Dialog } from '@/ui/dialog';
import { renameTeamAction } from './actions';
import { TeamNameForm } from './team-name-form';

export interface RenameTeamDialogProps {
  slug: string;
  team: TeamSummary;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function RenameTeamDialog({ slug, team, open, onOpenChange }: RenameTeamDialogProps) {
  const t = useTranslations('settings.teams');
  const common = useTranslations('common');
  const router = useRouter();
  return (
    <Dialog
      size="small"
      title={t('rename')}
      closeLabel={common('close')}
      open={open}
      onOpenChange={onOpenChange}
    >
      <TeamNameForm
        action={renameTeamAction.bind(null, slug, team.id)}
        name={team.name}
        submit={common('save')}
        onDone={() => {
          onOpenChange(false);
          router.refresh();
        }}
      />
    </Dialog>
  );
}
