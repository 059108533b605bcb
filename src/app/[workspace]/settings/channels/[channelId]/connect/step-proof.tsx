'use client';
import { useQueryClient } from '@tanstack/react-query';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState, useTransition } from 'react';
import { connectionOptions } from '@/modules/channels/client';
import { useAgo } from '@/modules/channels/components/use-ago';
import type { ConnectProgress, ConnectStep } from '@/modules/channels/contract/connecting';
import { Button } from '@/ui/button';
import { buttonClass } from '@/ui/button-style';
import { icon } from '@/ui/icon';
import { Spinner } from '@/ui/spinner';
import { checkConnectionAction } from '../../actions';
import { useReasonSentence } from './answer-banner';

export interface StepProofProps {
  slug: string;
  progress: ConnectProgress;
  step: ConnectStep;
}

/** What shows that the step was done: seen so long ago, still waited for, or refused and why. */
export function StepProof({ slug, progress, step }: StepProofProps) {
  const t = useTranslations('channels.connect');
  const reasonOf = useReasonSentence();
  const ago = useAgo(step.provenAt);
  const { check, account } = progress;
  const proof = step.proof ?? 'signature';
  const isGiven = step.asks.every(({ isRequired, isSet }) => isSet || !isRequired);
  const looks = proof === 'credentials' || proof === 'grant';
  const refused = looks && check?.reason ? check : null;
  return (
    <div className="flex flex-col gap-3 empty:hidden">
      {proof === 'grant' ? (
        <GrantLink slug={slug} progress={progress} isRenewed={step.provenAt !== null} />
      ) : null}
      {refused?.reason ? (
        <ProofLine tone="bad">
          {reasonOf(refused.reason)}
          {refused.detail ? (
            <span className="block font-mono text-meta wrap-anywhere opacity-90">{refused.detail}</span>
          ) : null}
        </ProofLine>
      ) : step.provenAt && ago ? (
        <ProofLine tone="good">
          {t(`proven.${proof}`, { ago, name: account?.name ?? progress.name })}
        </ProofLine>
      ) : proof === 'grant' || (looks && !isGiven) ? null : looks ? (
        <ProofLine tone="waiting">{t('notChecked')}</ProofLine>
      ) : (
        <ProofLine tone="waiting">
          <span className="flex items-center gap-2">
            <Spinner size={14} />
            {t(`waiting.${proof}`)}
          </span>
        </ProofLine>
      )}
      {proof === 'credentials' && isGiven ? <CheckButton slug={slug} channelId={progress.channelId} /> : null}
    </div>
  );
}

const tones = {
  good: 'bg-good-soft text-good-ink',
  bad: 'bg-bad-soft text-bad-ink',
  waiting: 'bg-sunken text-ink-2',
};

function ProofLine({ tone, children }: { tone: keyof typeof tones; children: ReactNode }) {
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={`flex items-start gap-2 rounded-r2 px-3 py-2 text-small ${tones[tone]}`}
    >
      {tone === 'good' ? <CircleCheck {...icon} className="mt-px shrink-0" /> : null}
      {tone === 'bad' ? <CircleAlert {...icon} className="mt-px shrink-0" /> : null}
      <span className="num min-w-0">{children}</span>
    </div>
  );
}

/** A whole page leaves for the network, and comes back into this step. */
function GrantLink({ slug, progress, isRenewed }: Omit<StepProofProps, 'step'> & { isRenewed: boolean }) {
  const t = useTranslations('channels.connect');
  const networks = useTranslations('networks');
  const name = networks(progress.network);
  return (
    <a
      href={`/api/channels/${progress.channelId}/authorize?workspace=${encodeURIComponent(slug)}`}
      className={buttonClass(isRenewed ? 'plain' : 'primary', 'medium', 'w-fit')}
    >
      {t(isRenewed ? 'signInAgain' : 'signIn', { name })}
    </a>
  );
}

function CheckButton({ slug, channelId }: { slug: string; channelId: string }) {
  const t = useTranslations('channels.connect');
  const reasonOf = useReasonSentence();
  const client = useQueryClient();
  const [isPending, start] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  const look = () =>
    start(async () => {
      const result = await checkConnectionAction(slug, channelId).catch(
        () => ({ ok: false, reason: 'unavailable', params: {} }) as const,
      );
      setRefusal(result.ok ? null : reasonOf(result.reason, result.params));
      if (result.ok) client.setQueryData(connectionOptions(slug, channelId).queryKey, result.value.progress);
    });
  return (
    <>
      {refusal ? <ProofLine tone="bad">{refusal}</ProofLine> : null}
      <div>
        <Button size="small" busy={isPending} onClick={look}>
          {t('check')}
        </Button>
      </div>
    </>
  );
}
