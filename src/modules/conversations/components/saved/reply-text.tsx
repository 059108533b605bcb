'use client';
import { useTranslations } from 'next-intl';
import { partsOfReply, type ReplyVariable, variableKey } from './reply-parts';

/** What the variables stand for, by their names. */
export type ReplyValues = Readonly<Record<ReplyVariable, string>>;

export interface ReplyTextProps {
  text: string;
  language: string | null;
  /** Filled in where given; else the variables' own words stand there, and lines run on as in a list. */
  values?: ReplyValues;
  className?: string;
}

/** A saved reply with its variables set apart: what they stand for, or for whom it might be. */
export function ReplyText({ text, language, values, className }: ReplyTextProps) {
  const t = useTranslations('settings.savedReplies');
  return (
    <div
      dir="auto"
      {...(language ? { lang: language } : {})}
      className={`[overflow-wrap:anywhere] ${values ? 'whitespace-pre-wrap' : ''} ${className ?? ''}`}
    >
      {partsOfReply(text).map((part, place) => {
        if (part.kind === 'text') return part.text;
        const isKnown = part.kind === 'variable';
        return (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no identity but their place
            key={place}
            className={`rounded-r1 px-0.5 ${isKnown ? 'bg-accent-soft text-accent' : 'bg-warn-soft text-warn-ink'}`}
          >
            {isKnown ? (values?.[part.variable] ?? t(`variables.${variableKey(part.variable)}`)) : part.text}
          </span>
        );
      })}
    </div>
  );
}
