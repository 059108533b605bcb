import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConversationDetail } from '../../contract';
import { useInbox, useInboxState } from '../state/inbox-context';
import type { ComposerMode } from '../state/inbox-state';
import { type Draft, keepDraft, readDraft } from './drafts';

const empty = (mode: ComposerMode): Draft => ({ text: '', mode, mentions: [] });

/** The modes a conversation allows, the first being what one begins with. */
export function allowedModes({ reply, visibility }: ConversationDetail): ComposerMode[] {
  const modes: ComposerMode[] = [];
  if (reply.canReply) modes.push(visibility === 'public' ? 'public' : 'private');
  if (reply.canReplyPrivately && visibility === 'public') modes.push('private');
  modes.push('note');
  return modes;
}

/** What is being written to one conversation: kept on this device with every key, taken up again when it opens. */
export function useComposer(conversation: ConversationDetail) {
  const { workspace, store } = useInbox();
  const modes = allowedModes(conversation);
  const first = modes[0] ?? 'note';
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<Draft>(() => empty(first));

  useEffect(() => {
    const kept = readDraft(workspace.slug, conversation.id);
    setDraft(kept ?? empty(first));
  }, [workspace.slug, conversation.id, first]);

  const change = useCallback(
    (part: Partial<Draft>) =>
      setDraft((before) => {
        const next = { ...before, ...part };
        keepDraft(workspace.slug, conversation.id, next);
        return next;
      }),
    [workspace.slug, conversation.id],
  );

  /** Puts text where the cursor is, or in place of a part; the cursor ends behind it. */
  const insert = useCallback(
    (text: string, range?: { start: number; end: number }) => {
      const box = field.current;
      const start = range?.start ?? box?.selectionStart ?? draft.text.length;
      const end = range?.end ?? box?.selectionEnd ?? start;
      change({ text: draft.text.slice(0, start) + text + draft.text.slice(end) });
      requestAnimationFrame(() => {
        box?.focus();
        box?.setSelectionRange(start + text.length, start + text.length);
      });
    },
    [change, draft.text],
  );

  const wish = useInboxState((state) => state.compose);
  useEffect(() => {
    if (!wish || (wish.conversationId && wish.conversationId !== conversation.id)) return;
    change({
      mode: wish.mode === 'reply' ? first : wish.mode,
      ...(wish.text && !field.current?.value.trim() ? { text: wish.text } : {}),
    });
    store.set({ compose: null });
    field.current?.focus();
  }, [wish, change, first, store, conversation.id]);

  const mode = modes.includes(draft.mode) ? draft.mode : first;
  const clear = useCallback(() => change({ text: '', mentions: [] }), [change]);
  return { field, draft, mode, modes, change, insert, clear };
}

export type ComposerState = ReturnType<typeof useComposer>;
