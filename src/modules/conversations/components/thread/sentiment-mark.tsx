'use client';
import clsx from 'clsx';
import Frown from 'lucide-react/icons/frown';
import Meh from 'lucide-react/icons/meh';
import Smile from 'lucide-react/icons/smile';
import { useFormatter, useTranslations } from 'next-intl';
import { type Sentiment, sentiments } from '@/kernel/vocabulary';
import { iconSmall } from '@/ui/icon';
import { Menu } from '@/ui/menu';
import { showToast } from '@/ui/toast';
import { useCorrectSentimentMutation } from '../../client/sentiment';
import type { MessageView } from '../../contract';
import { useErrorSentence } from '../data/use-error-sentence';
import { useInbox } from '../state/inbox-context';

const faces = { positive: Smile, neutral: Meh, negative: Frown };

/** How a person's message sounds: the model's suggestion or what one of us said, put right in one step. */
export function SentimentMark({ message }: { message: MessageView }) {
  const t = useTranslations('conversations');
  const words = useTranslations('vocabulary');
  const format = useFormatter();
  const errorSentence = useErrorSentence();
  const { workspace } = useInbox();
  const correction = useCorrectSentimentMutation(workspace.slug, message);
  const { sentiment } = message;
  const Face = faces[sentiment?.value ?? 'neutral'];
  const correct = (value: string) =>
    correction.mutate(value as Sentiment, {
      onError: (error) =>
        showToast({ text: t('sentiment.notKept'), detail: errorSentence(error), tone: 'bad' }),
    });
  const label = sentiment
    ? t(sentiment.source === 'person' ? 'sentiment.said' : 'sentiment.suggested', {
        sentiment: words(`sentiment.${sentiment.value}`),
        percent: format.number(sentiment.confidence, { style: 'percent', maximumFractionDigits: 0 }),
      })
    : t('sentiment.say');
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={label}
          title={label}
          className={clsx(
            'inline-flex h-6 items-center gap-1 rounded-full px-1.5 text-meta text-ink-3 transition-opacity duration-100 hover:bg-hover hover:text-ink',
            !sentiment &&
              'opacity-0 group-hover/message:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100',
          )}
        >
          <Face {...iconSmall} />
          {sentiment ? (
            <span className={clsx(sentiment.source === 'model' && 'italic')}>
              {words(`sentiment.${sentiment.value}`)}
            </span>
          ) : null}
        </button>
      }
      entries={[
        {
          kind: 'choice',
          id: 'sentiment',
          label: t('sentiment.label'),
          value: sentiment?.value ?? '',
          onValueChange: correct,
          options: sentiments.map((value) => ({ value, label: words(`sentiment.${value}`) })),
        },
      ]}
    />
  );
}
