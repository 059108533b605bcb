'use client';
import { useTranslations } from 'next-intl';
import { ErrorState } from '@/ui/error-state';

/** In place of a page that failed; what surrounds it stays. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('common');
  const digest = (error as { digest?: string } | null)?.digest;
  return (
    <div className="grid h-full min-h-80 place-items-center">
      <ErrorState
        title={t('brokenTitle')}
        text={t('brokenText')}
        retryLabel={t('retry')}
        onRetry={retry}
        {...(digest ? { reference: digest } : {})}
      />
    </div>
  );
}
