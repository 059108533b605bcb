import { pageContext } from '@/entry/page';
import { listApiKeys } from '@/modules/workspaces/queries';
import { sectionTitle } from '../section-title';
import { SettingsHeader } from '../settings-header';
import { ApiKeyList } from './api-key-list';
import { NewApiKeyDialog } from './new-api-key-dialog';

export const generateMetadata = () => sectionTitle('api-keys');

export default async function ApiKeysPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const context = await pageContext(slug, 'api_keys.manage_own');
  return (
    <>
      <SettingsHeader slug={slug} section="api-keys" actions={<NewApiKeyDialog slug={slug} />} />
      <ApiKeyList slug={slug} apiKeys={await listApiKeys(context)} />
    </>
  );
}
