'use client';
import Check from 'lucide-react/icons/check';
import CheckCheck from 'lucide-react/icons/check-check';
import CircleAlert from 'lucide-react/icons/circle-alert';
import Clock from 'lucide-react/icons/clock';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { iconSmall } from '@/ui/icon';
import { Spinner } from '@/ui/spinner';
import type { MessageView } from '../../contract';
import { useSendMessage } from '../data/use-send-message';

export interface SendStateProps {
  message: MessageView;
  send: NonNullable<MessageView['send']>;
}

/** Seconds within which an answer leaves of itself; what takes longer waits for its turn or its next try. */
const UNDO_SECONDS = 6;

/** Where our words are on their way: taken back within seconds, waiting, sending, sent, or failed with the reason and a way on. */
export function SendState({ message, send }: SendStateProps) {
  const t = useTranslations('conversations');
  const { undo, retry } = useSendMessage(message.conversationId);
  const failure = useFailureSentence(send);
  const left = useSecondsUntil(send.state === 'queued' ? send.dueAt : null);
  switch (send.state) {
    case 'queued':
      return <Queued send={send} left={left} onUndo={() => undo(message)} />;
    case 'sending':
      return <Sending />;
    case 'sent':
      return (
        <span className="flex items-center gap-1">
          <Check {...iconSmall} />
          {t('send.sent')}
        </span>
      );
    case 'delivered':
    case 'read':
      return (
        <span className={`flex items-center gap-1 ${send.state === 'read' ? 'text-accent' : ''}`}>
          <CheckCheck {...iconSmall} />
          {t(`send.${send.state}`)}
        </span>
      );
    case 'cancelled':
      return <span>{t('send.cancelled')}</span>;
    case 'failed':
      return (
        <span role="alert" className="flex flex-wrap items-center gap-x-2 gap-y-1 text-bad-ink">
          <CircleAlert {...iconSmall} className="shrink-0" />
          <span>{failure}</span>
          <SmallLink onClick={() => retry(message)}>{t('send.retry')}</SmallLink>
        </span>
      );
  }
}

/** The channel rests, and what waits for it has no time of its own. */
const restingReasons = ['channel_paused', 'channel_needs_reconnect'] as const;

interface QueuedProps {
  send: SendStateProps['send'];
  left: number;
  onUndo: () => void;
}

/** Seconds to think again, then the time until it goes out: its turn, its next try, or the channel's return. */
function Queued({ send, left, onUndo }: QueuedProps) {
  const t = useTranslations('conversations');
  const resting = restingReasons.find((reason) => reason === send.reason);
  if (!resting && left === 0) return <Sending />;
  const isWaiting = resting !== undefined || left > UNDO_SECONDS;
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {isWaiting && <Clock {...iconSmall} className="shrink-0" />}
      <span className="num">{resting ? t(`send.${resting}`) : waitSentence(t, left)}</span>
      {send.attempts === 0 && <SmallLink onClick={onUndo}>{t('send.undo')}</SmallLink>}
    </span>
  );
}

function waitSentence(t: ReturnType<typeof useTranslations<'conversations'>>, left: number): string {
  if (left <= UNDO_SECONDS) return t('send.queued', { seconds: left });
  // "About": the figure moves when others go first, and a countdown by the second would promise too much.
  if (left < 90) return t('send.waitsSeconds', { count: left < 20 ? left : Math.ceil(left / 10) * 10 });
  if (left < 5400) return t('send.waitsMinutes', { count: Math.round(left / 60) });
  return t('send.waitsHours', { count: Math.round(left / 3600) });
}

/** Why it failed: the delivery's reasons have their sentences where the administrators read them too. */
function useFailureSentence({ reason, detail }: SendStateProps['send']): string {
  const t = useTranslations('conversations');
  const reasons = useTranslations('ingest');
  const key = `delivery.${reason}` as 'delivery.network_refused';
  const sentence = reasons.has(key) ? reasons(key) : t('sendFailed.unknown');
  return detail ? t('send.failedDetail', { sentence, detail }) : sentence;
}

function Sending() {
  const t = useTranslations('conversations');
  return (
    <span className="flex items-center gap-1.5">
      <Spinner size={12} />
      {t('send.sending')}
    </span>
  );
}

function SmallLink({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="min-h-6 rounded-r1 font-medium text-accent underline decoration-accent-line underline-offset-2 hover:decoration-accent"
    >
      {children}
    </button>
  );
}

/** Whole seconds until an instant, counting down; 0 where it has passed or there is none. */
function useSecondsUntil(instant: string | null): number {
  const [now, setNow] = useState(() => Date.now());
  const left = instant ? Math.max(0, Math.ceil((Date.parse(instant) - now) / 1000)) : 0;
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setNow(Date.now()), 250);
    return () => clearTimeout(timer);
  });
  return left;
}
