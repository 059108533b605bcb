'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { connectionOptions } from '@/modules/channels/client';
import type { ConnectorOffer } from '@/modules/channels/contract';
import type { ConnectProgress } from '@/modules/channels/contract/connecting';
import type { TeamSummary } from '@/modules/workspaces/contract';
import { NetworkMark } from '@/ui/network-mark';
import { PageHeader } from '@/ui/page-header';
import { useConnectorWords } from '../../new/connector-words';
import { AccountCard } from './account-card';
import { AnswerBanner, type ConsentAnswer } from './answer-banner';
import { FinishStep } from './finish-step';
import { RefusedSignatures } from './refused-signatures';
import { StepRow } from './step-row';

export interface ConnectWayProps {
  slug: string;
  offer: ConnectorOffer;
  initial: ConnectProgress;
  teams: readonly TeamSummary[];
  answer: ConsentAnswer;
}

/** Step by step, the current one open; what proves a step is watched every two seconds. */
export function ConnectWay({ slug, offer, initial, teams, answer }: ConnectWayProps) {
  const t = useTranslations('channels.connect');
  const words = useConnectorWords(offer);
  const { data } = useQuery({ ...connectionOptions(slug, initial.channelId), initialData: initial });
  const isNew = data.state === 'connecting';
  // The first message comes after the channel was switched on; a network that is asked says nothing before.
  const steps = data.steps.filter(({ proof }) => proof !== 'message');
  const [open, setOpen] = useState(() => firstOpen(steps));
  const isLast = open >= steps.length;
  return (
    <>
      <div className="flex items-start gap-4">
        <NetworkMark network={data.network} size={40} />
        <div className="min-w-0 flex-1">
          <PageHeader
            title={t(isNew ? 'title' : 'again', { name: isNew ? words.name : data.name })}
            meta={t(isNew ? 'meta' : 'againMeta')}
          />
        </div>
      </div>
      <AnswerBanner slug={slug} answer={answer} />
      {data.account ? <AccountCard progress={data} /> : null}
      <ol className="overflow-hidden rounded-r3 border border-line bg-surface">
        {steps.map((step, index) => (
          <StepRow
            key={step.name}
            slug={slug}
            progress={data}
            step={step}
            words={words.stepOf(step.name)}
            number={index + 1}
            isOpen={index === open}
            isPassed={index < open}
            onToggle={() => setOpen(index === open ? steps.length : index)}
            onNext={() => setOpen(index + 1)}
          />
        ))}
        <FinishStep
          slug={slug}
          progress={data}
          teams={teams}
          costs={offer.costs}
          number={steps.length + 1}
          isOpen={isLast}
          onOpen={() => setOpen(steps.length)}
          missing={steps.filter(({ isDone }) => !isDone).map(({ name }) => words.stepOf(name).title)}
        />
      </ol>
      <RefusedSignatures refused={data.refused} />
    </>
  );
}

/** The first step that lacks something; a channel that is whole begins with the first. */
function firstOpen(steps: ConnectProgress['steps']): number {
  const undone = steps.findIndex(({ isDone }) => !isDone);
  return undone === -1 ? steps.length : undone;
}
