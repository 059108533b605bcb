import { createHash } from 'node:crypto';
import type { WorkspaceId } from '@/kernel/ids';
import { fileKey } from '@/platform/files/files';

/** Where a file lies that came with a polled event, by the name its connector gave it (`PolledFile.key`). */
export function keyOfPolledFile(workspaceId: WorkspaceId, channelId: string, key: string): string {
  return fileKey(workspaceId, createHash('sha256').update(`${channelId}\n${key}`).digest('hex'));
}
