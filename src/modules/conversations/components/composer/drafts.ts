import type { ComposerMode } from '../state/inbox-state';

export interface Draft {
  text: string;
  mode: ComposerMode;
  mentions: { id: string; name: string }[];
}

const keyOf = (workspace: string, conversationId: string) => `rapport.draft.${workspace}.${conversationId}`;

/** What was being written here, on this device; null where nothing was or the store is closed to us. */
export function readDraft(workspace: string, conversationId: string): Draft | null {
  try {
    const stored = localStorage.getItem(keyOf(workspace, conversationId));
    return stored === null ? null : draftOf(JSON.parse(stored));
  } catch {
    return null;
  }
}

/** Keeps a draft over reloads and without a connection; an empty one is forgotten. */
export function keepDraft(workspace: string, conversationId: string, value: Draft): void {
  try {
    const key = keyOf(workspace, conversationId);
    if (value.text.trim() === '') localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Private windows may refuse storage: the draft then lives as long as the page.
  }
}

const modes: readonly ComposerMode[] = ['public', 'private', 'note'];

/** What an older version of this screen may have kept is taken over as far as it fits. */
function draftOf(stored: Partial<Draft> | null): Draft | null {
  if (typeof stored?.text !== 'string') return null;
  const mode = modes.find((one) => one === stored.mode) ?? 'public';
  return { text: stored.text, mode, mentions: Array.isArray(stored.mentions) ? stored.mentions : [] };
}
