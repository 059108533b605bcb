import { useTranslations } from 'next-intl';
import { errorSentence } from '@/i18n/error-sentence';
import { AppError } from '@/kernel/errors';
import { showToast } from '@/ui/toast';

export function useSentence(): (error: unknown) => string {
  const t = useTranslations('errors');
  return (error) =>
    error instanceof AppError ? errorSentence(t, error.reason, error.params) : errorSentence(t, 'internal');
}

/** Says what was done, with its undo, or why it was not. By promise: a row that goes would drop callbacks. */
export function useDoing(): <Output>(
  work: Promise<Output>,
  done: (output: Output) => { text: string; undo?: () => void },
) => void {
  const common = useTranslations('common');
  const sentence = useSentence();
  return (work, done) =>
    void work.then(
      (output) => {
        const { text, undo } = done(output);
        showToast({ text, tone: 'good', ...(undo ? { action: { label: common('undo'), run: undo } } : {}) });
      },
      (error: unknown) => showToast({ text: sentence(error), tone: 'bad' }),
    );
}
