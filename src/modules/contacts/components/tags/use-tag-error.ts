import { useTranslations } from 'next-intl';
import { errorSentence } from '@/i18n/error-sentence';
import { AppError } from '@/kernel/errors';

/** A sentence for whatever was refused. */
export function useTagError(): (error: unknown) => string {
  const t = useTranslations('errors');
  return (error) =>
    error instanceof AppError ? errorSentence(t, error.reason, error.params) : errorSentence(t, 'internal');
}
