import Signpost from 'lucide-react/icons/signpost';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/ui/empty-state';
import { iconLarge } from '@/ui/icon';
import { LinkButton } from '@/ui/link-button';

export default async function NotFound() {
  const t = await getTranslations('common');
  return (
    <main className="grid min-h-dvh place-items-center">
      <title>{`${t('notFoundTitle')} · Rapport`}</title>
      <EmptyState
        icon={<Signpost {...iconLarge} />}
        heading
        title={t('notFoundTitle')}
        text={t('notFoundText')}
        action={<LinkButton href="/">{t('notFoundAction')}</LinkButton>}
      />
    </main>
  );
}
