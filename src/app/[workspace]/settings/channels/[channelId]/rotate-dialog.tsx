'use client';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { icon } from '@/ui/icon';
import { SecretField } from '@/ui/secret-field';
import { Select } from '@/ui/select';
import { useAction } from '../../../../action-form/use-action';
import { useFieldWords } from '../access-fields';
import { rotateSecretAction } from '../actions';

/** Hours for which the old secret may stay valid beside the new one. */
const OVERLAPS = [24, 72, 168, 1, 0] as const;

export interface RotateDialogProps {
  slug: string;
  channelId: string;
  name: string;
}

/** Makes a new secret and shows it: once. */
export function RotateDialog({ slug, channelId, name }: RotateDialogProps) {
  const t = useTranslations('channels.channel');
  const common = useTranslations('common');
  const { wordsOf } = useFieldWords();
  const { run, isPending } = useAction();
  const [isOpen, setOpen] = useState(false);
  const [overlap, setOverlap] = useState<string>(String(OVERLAPS[0]));
  const [secret, setSecret] = useState<string | null>(null);
  const label = wordsOf('secrets', name).label;
  const rotate = () =>
    run(() => rotateSecretAction(slug, channelId, name, Number(overlap)), {
      done: ({ value }) => {
        setSecret(value);
        return undefined;
      },
    });
  return (
    <Dialog
      title={secret ? t('rotatedTitle') : t('rotateNamed', { name: label })}
      description={secret ? undefined : t('rotateText')}
      closeLabel={common('close')}
      open={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        if (open) setSecret(null);
      }}
      trigger={<Button icon={<RefreshCw {...icon} />}>{t('rotateNamed', { name: label })}</Button>}
      footer={
        secret ? (
          <Button onClick={() => setOpen(false)}>{common('done')}</Button>
        ) : (
          <Button tone="primary" busy={isPending} onClick={rotate}>
            {common('create')}
          </Button>
        )
      }
    >
      {secret ? (
        <SecretField
          label={label}
          value={secret}
          warning={common('secretOnce')}
          showLabel={common('show')}
          hideLabel={common('hide')}
          copyLabel={common('copy')}
          copiedLabel={common('copied')}
        />
      ) : (
        <Field label={t('overlap')}>
          <Select
            value={overlap}
            onValueChange={setOverlap}
            options={OVERLAPS.map((count) => ({ value: String(count), label: t('overlapHours', { count }) }))}
          />
        </Field>
      )}
    </Dialog>
  );
}
