'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ChannelSummary, ConnectorOffer } from '@/modules/channels/contract';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { FormSection } from '@/ui/form-section';
import { showToast } from '@/ui/toast';
import { useActionForm } from '../../../../action-form/use-action-form';
import { AccessFields } from '../access-fields';
import { saveAccessAction } from '../actions';
import { RotateDialog } from './rotate-dialog';

export interface AccessSectionProps {
  slug: string;
  channel: ChannelSummary;
  offer: ConnectorOffer;
}

/** Settings of the connector, entered secrets to replace, generated ones to renew. */
export function AccessSection({ slug, channel, offer }: AccessSectionProps) {
  const t = useTranslations('channels.channel');
  const common = useTranslations('common');
  const router = useRouter();
  const { form, isPending, error, errorOf } = useActionForm(
    saveAccessAction.bind(null, slug, channel.id),
    () => {
      showToast({ text: common('saved'), tone: 'good' });
      router.refresh();
    },
  );
  const generated = offer.secrets.filter(({ origin }) => origin === 'generated');
  return (
    <form {...form}>
      <FormSection
        title={t('access')}
        text={t('accessText')}
        actions={
          <>
            <Button tone="primary" type="submit" busy={isPending}>
              {isPending ? common('saving') : common('save')}
            </Button>
            {generated.map(({ name }) => (
              <RotateDialog key={name} slug={slug} channelId={channel.id} name={name} />
            ))}
          </>
        }
      >
        {error ? <Banner tone="bad" live="alert" title={error} /> : null}
        <AccessFields offer={offer} settings={channel.settings} isChange errorOf={errorOf} />
      </FormSection>
    </form>
  );
}
