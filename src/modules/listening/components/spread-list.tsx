'use client';
import { useQuery } from '@tanstack/react-query';
import TrendingUp from 'lucide-react/icons/trending-up';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { iconLarge } from '@/ui/icon';
import { ListStates } from '@/ui/list-states';
import { Moment } from '@/ui/moment';
import { NetworkMark } from '@/ui/network-mark';
import { spreadOptions, useFalseAlarm, useResetWeight } from '../client';
import type { SpreadSignal, SpreadView } from '../contract';
import { useDoing, useSentence } from './use-doing';

interface SpreadListProps {
  slug: string;
  isInCharge: boolean;
}

/** Stories that spread now, each with its reason; and what false alarms have done to the rules. */
export function SpreadList({ slug, isInCharge }: SpreadListProps) {
  const t = useTranslations('listening');
  const common = useTranslations('common');
  const sentence = useSentence();
  const query = useQuery(spreadOptions(slug));
  return (
    <div className="flex flex-col gap-6">
      <ListStates
        query={{ ...query, data: query.data?.data }}
        words={{ failed: t('failed'), why: sentence, retry: common('retry'), loading: common('loading') }}
        empty={
          <EmptyState
            icon={<TrendingUp {...iconLarge} />}
            title={t('spreading.empty')}
            text={t('spreading.emptyText')}
          />
        }
      >
        {(stories) => (
          <ul aria-label={t('spreading.list')} className="flex flex-col gap-3">
            {stories.map((story) => (
              <li key={story.id}>
                <Story slug={slug} story={story} />
              </li>
            ))}
          </ul>
        )}
      </ListStates>
      {query.data ? <Weights slug={slug} weights={query.data.weights} isInCharge={isInCharge} /> : null}
    </div>
  );
}

function Story({ slug, story }: { slug: string; story: SpreadView }) {
  const t = useTranslations('listening');
  const networks = useTranslations('networks');
  const format = useFormatter();
  const falseAlarm = useFalseAlarm(slug);
  const doing = useDoing();
  const { id, signal, amount, against, link, posts, postCount, startedAt } = story;
  const rounded = (value: number) => format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 });
  const reason = { signal, amount, against, hours: rounded(story.hours), times: rounded(story.times) };
  return (
    <Card
      edge="var(--attention)"
      title={<span className="font-serif text-title font-medium">{t('spreading.reason', reason)}</span>}
    >
      <p className="text-meta text-ink-3">
        {t('spreading.since')} <Moment value={startedAt} />
        {link ? ` · ${link}` : ''} · {t('spreading.posts', { count: postCount })}
      </p>
      <ul className="mt-3 flex flex-col gap-2">
        {posts.map((post) => (
          <li key={`${post.conversationId} ${post.sentAt}`} className="flex items-start gap-2">
            <span className="mt-1">
              <NetworkMark network={post.network} name={networks(post.network)} />
            </span>
            <Link
              href={`/${slug}/inbox?view=all&conversation=${post.conversationId}`}
              className="min-w-0 rounded-r1 hover:underline"
            >
              <span className="font-medium">{post.author ?? t('unknownAuthor')}</span>{' '}
              <span dir="auto" className="line-clamp-2 font-serif text-ink-2 italic">
                {post.text}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="mt-3">
        <Button
          size="small"
          busy={falseAlarm.isPending}
          onClick={() =>
            doing(falseAlarm.mutateAsync({ alertId: id }), () => ({ text: t('spreading.falseAlarmDone') }))
          }
        >
          {t('spreading.falseAlarm')}
        </Button>
      </div>
    </Card>
  );
}

interface WeightsProps {
  slug: string;
  weights: readonly { signal: SpreadSignal; falseAlarms: number; weight: number }[];
  isInCharge: boolean;
}

function Weights({ slug, weights, isInCharge }: WeightsProps) {
  const t = useTranslations('listening.spreading');
  const format = useFormatter();
  const reset = useResetWeight(slug);
  const doing = useDoing();
  return (
    <Card title={t('weights')}>
      <p className="text-small text-ink-2">{t('weightsText')}</p>
      <ul className="mt-3 flex flex-col gap-2">
        {weights.map(({ signal, falseAlarms, weight }) => (
          <li key={signal} className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1">
            <span className="w-24 font-medium">{t(`signal.${signal}`)}</span>
            <span className="num flex-1 text-small text-ink-2">
              {t('weight', {
                percent: format.number(weight, { style: 'percent', maximumFractionDigits: 0 }),
                count: falseAlarms,
              })}
            </span>
            {falseAlarms > 0 && isInCharge ? (
              <Button
                size="small"
                aria-label={t('resetOf', { signal: t(`signal.${signal}`) })}
                onClick={() => doing(reset.mutateAsync({ signal }), () => ({ text: t('resetDone') }))}
              >
                {t('reset')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
