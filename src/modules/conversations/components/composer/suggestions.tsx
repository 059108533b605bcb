'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { Avatar } from '@/ui/avatar';
import type { ConversationDetail } from '../../contract';
import { useDirectory } from '../data/use-directory';
import { useSavedReplies } from '../data/use-saved-replies';
import { useInbox } from '../state/inbox-context';
import type { ComposerMode } from '../state/inbox-state';
import { fillReply } from './fill-reply';
import { fold, typedWord } from './typed-word';
import type { ComposerState } from './use-composer';

interface Suggestion {
  id: string;
  label: string;
  hint?: string;
  face?: ReactNode;
  take: () => void;
}

export interface SuggestionsProps {
  composer: ComposerState;
  conversation: ConversationDetail;
  mode: ComposerMode;
  onOpenChange: (open: boolean) => void;
}

const MOST = 6;

/** While `/` or, in notes, `@` is typed: saved replies and colleagues, above the text; arrows choose, Enter takes. */
export function Suggestions({ composer, conversation, mode, onOpenChange }: SuggestionsProps) {
  const t = useTranslations('conversations');
  const suggestions = useSuggestions(composer, conversation, mode);
  const [at, setAt] = useState(0);
  const isOpen = suggestions.length > 0;
  const current = Math.min(at, suggestions.length - 1);
  useEffect(() => onOpenChange(isOpen), [isOpen, onOpenChange]);

  useEffect(() => {
    const box = composer.field.current;
    if (!box || !isOpen) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) setAt((current + step + suggestions.length) % suggestions.length);
      else if ((event.key === 'Enter' && !event.metaKey && !event.ctrlKey) || event.key === 'Tab') {
        suggestions[current]?.take();
      } else if (event.key === 'Escape') composer.insert(' ');
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    box.addEventListener('keydown', onKeyDown, true);
    return () => box.removeEventListener('keydown', onKeyDown, true);
  });

  if (!isOpen) return null;
  return (
    <div className="floats absolute inset-x-2 bottom-full z-10 mb-1 max-h-72 overflow-y-auto rounded-r3 p-1">
      <div className="px-2 pt-1 pb-1 text-meta font-medium text-ink-3">
        {t(mode === 'note' ? 'composer.mention' : 'composer.savedReplies')}
      </div>
      <div role="listbox" aria-label={t(mode === 'note' ? 'composer.mention' : 'composer.savedReplies')}>
        {suggestions.map((one, place) => (
          <div
            key={one.id}
            role="option"
            tabIndex={-1}
            aria-selected={place === current}
            onMouseDown={(event) => {
              event.preventDefault();
              one.take();
            }}
            className={`flex min-h-8 cursor-default items-center gap-2.5 rounded-r2 px-2 py-1 ${place === current ? 'bg-accent-soft' : 'hover:bg-hover'}`}
          >
            {one.face}
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{one.label}</span>
              {one.hint ? <span className="block truncate text-meta text-ink-3">{one.hint}</span> : null}
            </span>
          </div>
        ))}
      </div>
      <div role="status" className="sr-only">
        {t('composer.suggestion', { label: suggestions[current]?.label ?? '', count: suggestions.length })}
      </div>
    </div>
  );
}

function useSuggestions(
  composer: ComposerState,
  conversation: ConversationDetail,
  mode: ComposerMode,
): Suggestion[] {
  const { member, workspace } = useInbox();
  const { members } = useDirectory();
  const sign = mode === 'note' ? '@' : '/';
  const { text } = composer.draft;
  const cursor = composer.field.current?.selectionStart ?? text.length;
  const word = typedWord(text, Math.min(cursor, text.length), sign);
  const replies = useSavedReplies(word !== null && sign === '/');
  if (!word) return [];
  const sought = fold(word.query);
  if (sign === '@') {
    return members
      .filter(
        (one) =>
          (one.id !== member.id &&
            fold(one.name)
              .split(' ')
              .some((part) => part.startsWith(sought))) ||
          fold(one.name).startsWith(sought),
      )
      .slice(0, MOST)
      .map((one) => ({
        id: one.id,
        label: one.name,
        face: <Avatar id={one.id} name={one.name} size={20} />,
        take: () => {
          composer.insert(`@${one.name} `, word);
          composer.change({ mentions: [...composer.draft.mentions.filter(({ id }) => id !== one.id), one] });
        },
      }));
  }
  const facts = {
    contactName: conversation.contact?.name ?? null,
    memberName: member.name,
    workspaceName: workspace.name,
  };
  return replies
    .filter((one) => fold(one.shortcut).startsWith(sought) || fold(one.name).includes(sought))
    .sort(
      (a, b) => Number(b.language === conversation.language) - Number(a.language === conversation.language),
    )
    .slice(0, MOST)
    .map((one) => {
      const filled = fillReply(one.text, facts);
      return {
        id: one.id,
        label: `/${one.shortcut} · ${one.name}`,
        hint: filled,
        take: () => composer.insert(filled, word),
      };
    });
}
