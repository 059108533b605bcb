'use client';
import { useTranslations } from 'next-intl';
import type { ConnectorOffer, CreatedChannel } from '@/modules/channels/contract';
import type { TeamSummary } from '@/modules/workspaces/contract';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { FormSection } from '@/ui/form-section';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/page-header';
import { useActionForm } from '../../../../action-form/use-action-form';
import { AboutFields } from '../about-fields';
import { AccessFields } from '../access-fields';
import { createChannelAction } from '../actions';
import { useConnectorWords } from './connector-words';

export interface ConnectFormProps {
  slug: string;
  offer: ConnectorOffer;
  teams: readonly TeamSummary[];
  onCreated: (channel: CreatedChannel) => void;
}

export function ConnectForm({ slug, offer, teams, onCreated }: ConnectFormProps) {
  const t = useTranslations('channels.new');
  const words = useConnectorWords(offer);
  const { form, isPending, error, errorOf } = useActionForm(
    createChannelAction.bind(null, slug, offer.name),
    onCreated,
  );
  return (
    <>
      <PageHeader title={t('formTitle', { name: words.name })} meta={words.text} />
      <form {...form}>
        {error ? <Banner tone="bad" live="alert" title={error} /> : null}
        <FormSection title={t('about')} text={t('aboutText')}>
          <AboutFields
            teams={teams}
            network={offer.isForIntegrators ? offer.network : null}
            errorOf={errorOf}
          />
        </FormSection>
        <FormSection
          title={t('access')}
          text={t('accessText')}
          actions={
            <>
              <Button tone="primary" type="submit" busy={isPending}>
                {t('connect')}
              </Button>
              <LinkButton href={`/${slug}/settings/channels/new`}>{t('other')}</LinkButton>
            </>
          }
        >
          <AccessFields offer={offer} errorOf={errorOf} />
        </FormSection>
      </form>
    </>
  );
}
