import type { MyWorkspace } from '@/modules/workspaces/contract';
import type { Theme } from '@/ui/theme';

export interface FrameFacts {
  workspace: { slug: string; name: string };
  workspaces: readonly MyWorkspace[];
  person: { id: string; name: string; email: string };
  theme: Theme;
}

/** `collapsed` or nothing: known to the server, so that the rail never jumps. */
export const railCookie = 'rail';
