import { pageContext } from '@/entry/page';
import { listAuditEntries } from '@/modules/workspaces/queries';
import { sectionTitle } from '../section-title';
import { SettingsHeader } from '../settings-header';
import { AuditList } from './audit-list';

export const generateMetadata = () => sectionTitle('audit-log');

interface AuditLogProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ cursor?: string }>;
}

export default async function AuditLogPage({ params, searchParams }: AuditLogProps) {
  const { workspace: slug } = await params;
  const { cursor } = await searchParams;
  const context = await pageContext(slug, 'audit.read');
  const page = await listAuditEntries(context, { cursor });
  return (
    <>
      <SettingsHeader slug={slug} section="audit-log" />
      <AuditList page={page} path={`/${slug}/settings/audit-log`} isFirst={!cursor} />
    </>
  );
}
