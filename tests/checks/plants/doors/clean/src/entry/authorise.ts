import type { WorkspaceId } from '@/kernel/ids';
export const mine = 'a' as WorkspaceId;
