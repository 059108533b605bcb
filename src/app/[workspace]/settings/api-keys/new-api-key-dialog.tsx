'use client';
import Plus from 'lucide-react/icons/plus';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { icon } from '@/ui/icon';
import { SecretField } from '@/ui/secret-field';
import { NewApiKeyForm } from './new-api-key-form';

/** Names a key, then shows it: once. */
export function NewApiKeyDialog({ slug }: { slug: string }) {
  const t = useTranslations('settings.apiKeys');
  const common = useTranslations('common');
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  return (
    <Dialog
      title={key ? t('createdTitle') : t('create')}
      description={key ? undefined : t('createText')}
      closeLabel={common('close')}
      open={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        if (open) setKey(null);
      }}
      trigger={
        <Button tone="primary" icon={<Plus {...icon} />}>
          {t('create')}
        </Button>
      }
    >
      {key ? (
        <SecretField
          label={t('key')}
          value={key}
          warning={common('secretOnce')}
          showLabel={common('show')}
          hideLabel={common('hide')}
          copyLabel={common('copy')}
          copiedLabel={common('copied')}
        />
      ) : (
        <NewApiKeyForm
          slug={slug}
          onCreated={(created) => {
            setKey(created);
            router.refresh();
          }}
        />
      )}
    </Dialog>
  );
}
