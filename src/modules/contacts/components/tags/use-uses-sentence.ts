import { useFormatter, useTranslations } from 'next-intl';
import type { TagUse } from '../../contract';

/** "3 conversations and 1 contact"; empty where nothing has the tag. */
export function useUsesSentence(): (use: TagUse) => string {
  const t = useTranslations('settings.tags');
  const format = useFormatter();
  return ({ conversations, contacts }) =>
    format.list([
      ...(conversations > 0 ? [t('conversations', { count: conversations })] : []),
      ...(contacts > 0 ? [t('contacts', { count: contacts })] : []),
    ]);
}
