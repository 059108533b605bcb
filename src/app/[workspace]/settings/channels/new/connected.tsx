'use client';
import { useTranslations } from 'next-intl';
import { ChannelPulse } from '@/modules/channels/components/channel-pulse';
import { RefusedNotice } from '@/modules/channels/components/refused-notice';
import { SampleBox } from '@/modules/channels/components/sample-box';
import type { ConnectorOffer, CreatedChannel } from '@/modules/channels/contract';
import { CopyField } from '@/ui/copy-field';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/page-header';
import { SecretField } from '@/ui/secret-field';
import { useFieldWords } from '../access-fields';
import { useConnectorWords } from './connector-words';

export interface ConnectedProps {
  slug: string;
  offer: ConnectorOffer;
  channel: CreatedChannel;
}

/** What to take to the other side, secrets for the only time, and whether something has come back yet. */
export function Connected({ slug, offer, channel }: ConnectedProps) {
  const t = useTranslations('channels.connected');
  const common = useTranslations('common');
  const { steps } = useConnectorWords(offer);
  const { wordsOf } = useFieldWords();
  const copying = { copyLabel: common('copy'), copiedLabel: common('copied') };
  return (
    <>
      <PageHeader
        title={t('title', { name: channel.name })}
        meta={t('meta')}
        actions={<LinkButton href={`/${slug}/settings/channels/${channel.id}`}>{t('done')}</LinkButton>}
      />
      {offer.hasWebhook ? <CopyField label={t('webhook')} value={channel.webhookUrl} {...copying} /> : null}
      {channel.shownSecrets.map(({ name, value }) => (
        <SecretField
          key={name}
          label={wordsOf('secrets', name).label}
          value={value}
          warning={common('secretOnce')}
          showLabel={common('show')}
          hideLabel={common('hide')}
          {...copying}
        />
      ))}
      {steps.length > 0 ? (
        <section>
          <h2 className="mb-2 text-body font-semibold">{t('steps')}</h2>
          <ol className="flex list-decimal flex-col gap-1.5 pl-5 text-small text-ink-2">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      ) : null}
      {offer.hasWebhook ? <ChannelPulse slug={slug} channel={withoutSecrets(channel)} /> : null}
      {offer.hasWebhook ? <RefusedNotice slug={slug} channel={channel} /> : null}
      {offer.isForIntegrators ? (
        <section className="flex flex-col gap-2">
          <h2 className="text-body font-semibold">{t('try')}</h2>
          <SampleBox webhookUrl={channel.webhookUrl} secret={channel.shownSecrets[0]?.value ?? null} />
        </section>
      ) : null}
    </>
  );
}

/** The cache holds what the server would say: no secrets. */
function withoutSecrets({ shownSecrets: _, ...channel }: CreatedChannel) {
  return channel;
}
