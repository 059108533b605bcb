'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ChannelSummary } from '@/modules/channels/contract';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { FormSection } from '@/ui/form-section';
import { showToast } from '@/ui/toast';
import { useActionForm } from '../../../../action-form/use-action-form';
import { AboutFields } from '../about-fields';
import { saveGeneralAction } from '../actions';

export interface GeneralSectionProps {
  slug: string;
  channel: ChannelSummary;
}

/** Name and ordinary expectation; its team changes hands below, where one says what goes along. */
export function GeneralSection({ slug, channel }: GeneralSectionProps) {
  const t = useTranslations('channels.channel');
  const common = useTranslations('common');
  const router = useRouter();
  const { form, isPending, error, errorOf } = useActionForm(
    saveGeneralAction.bind(null, slug, channel.id),
    () => {
      showToast({ text: common('saved'), tone: 'good' });
      router.refresh();
    },
  );
  return (
    <form {...form}>
      <FormSection
        title={t('general')}
        text={t('generalText')}
        actions={
          <Button tone="primary" type="submit" busy={isPending}>
            {isPending ? common('saving') : common('save')}
          </Button>
        }
      >
        {error ? <Banner tone="bad" live="alert" title={error} /> : null}
        {/* Begins anew from what was saved: fields do not follow a changed default. */}
        <AboutFields
          key={`${channel.name}/${channel.expectationMinutes}`}
          teams={[]}
          channel={channel}
          errorOf={errorOf}
        />
      </FormSection>
    </form>
  );
}
