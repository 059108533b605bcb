'use client';
import Inbox from 'lucide-react/icons/inbox';
import { useTranslations } from 'next-intl';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { iconLarge } from '@/ui/icon';
import { Progress } from '@/ui/progress';
import { ConversationSkeleton, ListSkeleton, PersonSkeleton } from '@/ui/skeleton';
import { Group } from './group';

/** Banners, progress, and the states in which there is nothing to show. */
export function Feedback() {
  const t = useTranslations('design');
  const c = useTranslations('common');
  return (
    <>
      <Group title={t('feedback')}>
        <Banner title={t('bannerInfo')} />
        <Banner tone="warn" title={t('bannerWarn')}>
          {t('bannerWarnText')}
        </Banner>
        <Banner tone="bad" title={t('bannerBad')} actions={<Button size="small">{t('reconnect')}</Button>} />
        <Banner tone="good" title={t('bannerGood')} />
        <Banner tone="super" title={t('bannerSuper')} />
        <Progress
          label={t('progressLabel')}
          done={1240}
          total={3000}
          counts={c('progress', { done: 1240, total: 3000 })}
        />
        <Progress
          label={t('progressLabel')}
          done={87}
          total={null}
          counts={c('progressOpen', { done: 87 })}
        />
      </Group>
      <Group title={t('states')}>
        <States />
      </Group>
    </>
  );
}

function States() {
  const t = useTranslations('design');
  const c = useTranslations('common');
  const box = 'min-w-0 overflow-hidden rounded-r3 border border-line bg-surface';
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className={box}>
        <EmptyState
          icon={<Inbox {...iconLarge} />}
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={<Button>{t('emptyAction')}</Button>}
        />
      </div>
      <div className={box}>
        <ErrorState
          title={t('errorTitle')}
          text={t('errorText')}
          retryLabel={c('retry')}
          onRetry={() => undefined}
          reference="req_7f3a91"
        />
      </div>
      <div className={box}>
        <ListSkeleton label={c('loading')} rows={4} />
      </div>
      <div className={box}>
        <PersonSkeleton label={c('loading')} />
      </div>
      <div className={`${box} sm:col-span-2`}>
        <ConversationSkeleton label={c('loading')} />
      </div>
    </div>
  );
}
