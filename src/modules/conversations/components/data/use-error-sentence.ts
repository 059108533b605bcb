import { useTranslations } from 'next-intl';
import { errorSentence } from '@/i18n/error-sentence';
import { AppError } from '@/kernel/errors';

/** What happened, what was kept and what to do next, for anything that was thrown. */
export function useErrorSentence(): (error: unknown) => string {
  const t = useTranslations('errors');
  return (error) =>
    error instanceof AppError ? errorSentence(t, error.reason, error.params) : errorSentence(t, 'internal');
}
