'use client';
import clsx from 'clsx';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import type { ConnectorOffer } from '@/modules/channels/contract';
import type { ConnectProgress } from '@/modules/channels/contract/connecting';
import type { TeamSummary } from '@/modules/workspaces/contract';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { LinkButton } from '@/ui/link-button';
import { AboutFields } from '../../about-fields';
import { finishConnectingAction } from '../../actions';
import { channelInput } from '../../channel-input';
import { CallCosts } from '../../new/call-costs';
import { useReasonSentence } from './answer-banner';
import { StepNumber } from './step-row';

export interface FinishStepProps {
  slug: string;
  progress: ConnectProgress;
  teams: readonly TeamSummary[];
  costs: ConnectorOffer['costs'];
  number: number;
  isOpen: boolean;
  onOpen: () => void;
  /** Titles of the steps that are not done. */
  missing: readonly string[];
}

/** The last step: name, team and expectation, then it is switched on; for a channel that was connected, the way back. */
export function FinishStep(props: FinishStepProps) {
  const { slug, progress, number, isOpen, onOpen, missing } = props;
  const t = useTranslations('channels.connect');
  const isNew = progress.state === 'connecting';
  return (
    <li>
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={onOpen}
          className="flex w-full items-center gap-3 px-4 py-3 text-left -outline-offset-2 hover:bg-hover"
        >
          <StepNumber number={number} isDone={false} isOpen={isOpen} />
          <span className={clsx('min-w-0 flex-1', isOpen ? 'font-semibold' : 'font-medium')}>
            {t(isNew ? 'finishTitle' : 'againFinishTitle')}
          </span>
        </button>
      </h2>
      {isOpen ? (
        <div className="flex max-w-2xl flex-col gap-4 px-4 pb-5 sm:pl-13">
          {!progress.canFinish && missing.length > 0 ? (
            <Banner tone="info" title={t('missing', { count: missing.length })}>
              {missing.join(' · ')}
            </Banner>
          ) : null}
          {isNew ? (
            <FinishForm {...props} />
          ) : (
            <>
              <p className="text-small text-ink-2">
                {t(progress.state === 'needs_reconnect' ? 'stillLost' : 'worksAgain')}
              </p>
              <div>
                <LinkButton
                  tone={progress.state === 'needs_reconnect' ? 'plain' : 'primary'}
                  href={`/${slug}/settings/channels/${progress.channelId}`}
                >
                  {t('toChannel')}
                </LinkButton>
              </div>
            </>
          )}
        </div>
      ) : null}
    </li>
  );
}

function FinishForm({ slug, progress, teams, costs }: FinishStepProps) {
  const t = useTranslations('channels.connect');
  const { finish, isPending, refusal } = useFinishing(slug, progress.channelId);
  return (
    <form onSubmit={finish} className="flex flex-col gap-4">
      <p className="text-small text-ink-2">{t('finishText')}</p>
      {refusal ? <Banner tone="bad" live="alert" title={refusal} /> : null}
      <AboutFields
        key={progress.name}
        teams={teams}
        channel={{ name: progress.name, teamId: null, expectationMinutes: 480 }}
        errorOf={() => undefined}
      />
      <CallCosts costs={costs} />
      <div>
        <Button tone="primary" type="submit" busy={isPending} disabled={!progress.canFinish}>
          {t('finish')}
        </Button>
      </div>
    </form>
  );
}

const unreachable = { ok: false, reason: 'unavailable', params: {} } as const;

function useFinishing(slug: string, channelId: string) {
  const reasonOf = useReasonSentence();
  const router = useRouter();
  const [isPending, start] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  const finish = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { name, teamId, expectationMinutes } = channelInput(new FormData(event.currentTarget));
    start(async () => {
      const channel = { channelId, teamId, expectationMinutes, ...(name?.trim() && { name: name.trim() }) };
      const result = await finishConnectingAction(slug, channel).catch(() => unreachable);
      if (!result.ok) return setRefusal(reasonOf(result.reason, result.params));
      router.replace(`/${slug}/settings/channels/${channelId}/connect?first=1`);
    });
  };
  return { finish, isPending, refusal };
}
