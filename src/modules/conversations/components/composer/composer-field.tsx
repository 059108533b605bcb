'use client';
import { useTranslations } from 'next-intl';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { isApple } from '@/ui/use-is-apple';
import type { ComposerState } from './use-composer';

export interface ComposerFieldProps {
  composer: ComposerState;
  /** Whom one answers. */
  name: string;
  isSuggesting: boolean;
  onType: (text: string) => void;
  onPaste: (event: ClipboardEvent) => void;
  onSend: () => void;
}

/** The text itself: grows with what is written, ⌘/Ctrl+Enter sends, Escape leaves it. */
export function ComposerField({ composer, name, isSuggesting, onType, onPaste, onSend }: ComposerFieldProps) {
  const t = useTranslations('conversations');
  const { draft, mode, field } = composer;
  const onKeyDown = (event: KeyboardEvent) => {
    const isMod = isApple() ? event.metaKey : event.ctrlKey;
    if (event.key === 'Enter' && isMod && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onSend();
    } else if (event.key === 'Escape' && !isSuggesting) {
      field.current?.blur();
    }
  };
  return (
    <textarea
      ref={field}
      rows={2}
      dir="auto"
      value={draft.text}
      aria-label={t(`composer.field.${mode}`)}
      placeholder={t(`composer.placeholder.${mode}`, { name })}
      onChange={(event) => {
        composer.change({ text: event.target.value });
        onType(event.target.value);
      }}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      className="block max-h-[min(18rem,40dvh)] min-h-16 w-full resize-none bg-transparent px-3.5 pt-2.5 pb-1.5 text-[.90625rem] leading-5.5 outline-none [field-sizing:content] pointer-coarse:text-lead"
    />
  );
}
