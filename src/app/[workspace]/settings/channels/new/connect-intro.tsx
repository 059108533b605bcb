'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { errorSentence } from '@/i18n/error-sentence';
import type { ConnectorOffer } from '@/modules/channels/contract';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { LinkButton } from '@/ui/link-button';
import { NetworkMark } from '@/ui/network-mark';
import { PageHeader } from '@/ui/page-header';
import { startConnectingAction } from '../actions';
import { CallCosts } from './call-costs';
import { useConnectorWords } from './connector-words';
import { keepFreshSecrets } from './fresh-secrets';

export interface ConnectIntroProps {
  slug: string;
  offer: ConnectorOffer;
}

const unreachable = { ok: false, reason: 'unavailable', params: {} } as const;

/** Before anything begins: what the channel is for, what will be asked, and what it costs. */
export function ConnectIntro({ slug, offer }: ConnectIntroProps) {
  const t = useTranslations('channels.new');
  const errors = useTranslations('errors');
  const router = useRouter();
  const words = useConnectorWords(offer);
  const { steps } = offer;
  const [isPending, start] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  const begin = () =>
    start(async () => {
      const result = await startConnectingAction(slug, offer.name).catch(() => unreachable);
      if (!result.ok) return setRefusal(errorSentence(errors, result.reason, result.params));
      keepFreshSecrets(result.value.channelId, result.value.shownSecrets);
      router.push(`/${slug}/settings/channels/${result.value.channelId}/connect`);
    });
  return (
    <>
      <div className="flex items-start gap-4">
        <NetworkMark network={offer.network} size={40} />
        <div className="min-w-0 flex-1">
          <PageHeader title={t('formTitle', { name: words.name })} meta={words.text} />
        </div>
      </div>
      <section aria-labelledby="steps">
        <h2 id="steps" className="mb-2 text-body font-semibold">
          {t('steps', { count: steps.length })}
        </h2>
        <ol className="flex flex-col gap-3 rounded-r3 border border-line bg-surface p-4">
          {steps.map((step, index) => (
            <li key={step} className="flex gap-3">
              <span
                aria-hidden="true"
                className="num flex size-6 shrink-0 items-center justify-center rounded-full bg-sunken text-meta font-semibold text-ink-2"
              >
                {index + 1}
              </span>
              <span className="min-w-0 pt-0.5">
                <span className="block font-medium">{words.stepOf(step).title}</span>
                <span className="block text-small text-ink-3">{words.stepOf(step).text}</span>
              </span>
            </li>
          ))}
        </ol>
      </section>
      <CallCosts costs={offer.costs} />
      {refusal ? <Banner tone="bad" live="alert" title={refusal} /> : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button tone="primary" busy={isPending} onClick={begin}>
          {t('begin')}
        </Button>
        <LinkButton href={`/${slug}/settings/channels/new`}>{t('other')}</LinkButton>
        <p className="text-meta text-ink-3">{t('beginHint')}</p>
      </div>
    </>
  );
}
