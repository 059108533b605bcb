import type { PolledFile } from '@/connectors/contract/asking';
import type { TenantContext } from '@/platform/context/context';
import { files } from '@/platform/files/files';
import { keyOfPolledFile } from '../queries/polled-files';

/**
 * Keeps what came with an event, before the event itself is stored: what is named exists. The same file again lies under
 * the same key.
 */
export async function keepFiles(
  { workspace }: Pick<TenantContext, 'workspace'>,
  channelId: string,
  carried: readonly PolledFile[],
): Promise<void> {
  for (const { key, bytes, contentType } of carried) {
    await files().put(keyOfPolledFile(workspace.id, channelId, key), bytes, contentType);
  }
}
