'use client';
import { useTranslations } from 'next-intl';
import { ChannelPulse } from '@/modules/channels/components/channel-pulse';
import { RefusedNotice } from '@/modules/channels/components/refused-notice';
import { SampleBox } from '@/modules/channels/components/sample-box';
import { CopyField } from '@/ui/copy-field';
import { FormSection } from '@/ui/form-section';
import { useConnectorWords } from '../new/connector-words';
import type { AccessSectionProps } from './access-section';

/** Where the other side delivers, whether it does, and how to try. */
export function WebhookSection({ slug, channel, offer }: AccessSectionProps) {
  const t = useTranslations('channels');
  const common = useTranslations('common');
  const { steps } = useConnectorWords(offer);
  return (
    <FormSection title={t('channel.address')} text={t('channel.addressText')}>
      <CopyField
        label={t('connected.webhook')}
        value={channel.webhookUrl}
        copyLabel={common('copy')}
        copiedLabel={common('copied')}
      />
      <ChannelPulse slug={slug} channel={channel} />
      <RefusedNotice slug={slug} channel={channel} />
      {steps.length > 0 ? (
        <ol className="flex list-decimal flex-col gap-1.5 pl-5 text-small text-ink-2">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      ) : null}
      {offer.isForIntegrators ? <SampleBox webhookUrl={channel.webhookUrl} secret={null} /> : null}
    </FormSection>
  );
}
