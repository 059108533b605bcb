import ScrollText from 'lucide-react/icons/scroll-text';
import { getTranslations } from 'next-intl/server';
import type { Page } from '@/kernel/pagination';
import type { AuditLine } from '@/modules/workspaces/contract';
import { EmptyState } from '@/ui/empty-state';
import { iconLarge } from '@/ui/icon';
import { LinkButton } from '@/ui/link-button';
import { AuditRow } from './audit-row';

export interface AuditListProps {
  page: Page<AuditLine>;
  path: string;
  isFirst: boolean;
}

/** Who did what and when, newest first. */
export async function AuditList({ page, path, isFirst }: AuditListProps) {
  const t = await getTranslations('settings.audit');
  if (page.data.length === 0)
    return <EmptyState icon={<ScrollText {...iconLarge} />} title={t('empty')} text={t('emptyText')} />;
  return (
    <>
      <ol className="overflow-hidden rounded-r3 border border-line bg-surface">
        {page.data.map((line) => (
          <li key={line.id} className="border-b border-line last:border-b-0">
            <AuditRow line={line} />
          </li>
        ))}
      </ol>
      <div className="flex gap-2">
        {isFirst ? null : <LinkButton href={path}>{t('newest')}</LinkButton>}
        {page.nextCursor ? (
          <LinkButton href={`${path}?cursor=${encodeURIComponent(page.nextCursor)}`}>{t('older')}</LinkButton>
        ) : null}
      </div>
    </>
  );
}
