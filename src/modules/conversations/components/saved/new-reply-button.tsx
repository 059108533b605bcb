'use client';
import Plus from 'lucide-react/icons/plus';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { icon } from '@/ui/icon';
import { ReplyDialog, type ReplyVoice } from './reply-dialog';

export function NewReplyButton({ slug, voice }: { slug: string; voice: ReplyVoice }) {
  const t = useTranslations('settings.savedReplies');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button tone="primary" icon={<Plus {...icon} />} onClick={() => setOpen(true)}>
        {t('create')}
      </Button>
      {isOpen ? (
        <ReplyDialog slug={slug} voice={voice} isInCharge reply={null} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
