'use client';
import { useTranslations } from 'next-intl';
import type { ConnectStep } from '@/modules/channels/contract/connecting';
import { CopyField } from '@/ui/copy-field';
import { SecretField } from '@/ui/secret-field';
import { useFieldWords } from '../../access-fields';
import { freshSecret } from '../../new/fresh-secrets';
import { RotateDialog } from '../rotate-dialog';

export interface StepShowsProps {
  slug: string;
  channelId: string;
  step: ConnectStep;
}

const SECRET = 'secret:';

/** What to copy to the other side; a secret that was shown before can only be made anew. */
export function StepShows({ slug, channelId, step }: StepShowsProps) {
  const t = useTranslations('channels.connect');
  const common = useTranslations('common');
  const { wordsOf } = useFieldWords();
  const copying = { copyLabel: common('copy'), copiedLabel: common('copied') };
  return step.shows.map(({ what, value }) => {
    if (!what.startsWith(SECRET)) {
      return value ? (
        <CopyField key={what} label={t(what as 'webhookUrl')} value={value} {...copying} />
      ) : null;
    }
    const name = what.slice(SECRET.length);
    const { label } = wordsOf('secrets', name);
    const secret = freshSecret(channelId, name);
    if (secret) {
      return (
        <SecretField
          key={what}
          label={label}
          value={secret}
          warning={common('secretOnce')}
          showLabel={common('show')}
          hideLabel={common('hide')}
          {...copying}
        />
      );
    }
    return (
      <div key={what} className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-60 text-small text-ink-2">{t('shownBefore', { name: label })}</p>
        <RotateDialog slug={slug} channelId={channelId} name={name} />
      </div>
    );
  });
}
