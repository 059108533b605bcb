import KeyRound from 'lucide-react/icons/key-round';
import { getTranslations } from 'next-intl/server';
import type { ApiKeySummary } from '@/modules/workspaces/contract';
import { EmptyState } from '@/ui/empty-state';
import { iconLarge } from '@/ui/icon';
import { ApiKeyRow } from './api-key-row';

export async function ApiKeyList({ slug, apiKeys }: { slug: string; apiKeys: readonly ApiKeySummary[] }) {
  const t = await getTranslations('settings.apiKeys');
  if (apiKeys.length === 0)
    return <EmptyState icon={<KeyRound {...iconLarge} />} title={t('empty')} text={t('emptyText')} />;
  return (
    <ul className="overflow-hidden rounded-r3 border border-line bg-surface">
      {apiKeys.map((apiKey) => (
        <li key={apiKey.id} className="border-b border-line last:border-b-0">
          <ApiKeyRow slug={slug} apiKey={apiKey} />
        </li>
      ))}
    </ul>
  );
}
