'use client';
import Plus from 'lucide-react/icons/plus';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { icon } from '@/ui/icon';
import { createTeamAction } from './actions';
import { TeamNameForm } from './team-name-form';

export function NewTeamDialog({ slug }: { slug: string }) {
  const t = useTranslations('settings.teams');
  const common = useTranslations('common');
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      size="small"
      title={t('create')}
      description={t('createText')}
      closeLabel={common('close')}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button tone="primary" icon={<Plus {...icon} />}>
          {t('create')}
        </Button>
      }
    >
      <TeamNameForm
        action={createTeamAction.bind(null, slug)}
        name=""
        submit={common('create')}
        onDone={() => {
          setOpen(false);
          router.refresh();
        }}
      />
    </Dialog>
  );
}
