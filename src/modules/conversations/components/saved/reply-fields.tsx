'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useRef } from 'react';
import { ChipButton } from '@/ui/chip';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import type { SavedReply } from '../../contract/saved';
import { languages } from '../format/languages';
import { partsOfReply, replyVariables, variableKey } from './reply-parts';

export type ReplyDraft = Omit<SavedReply, 'id'>;

export interface ReplyFieldsProps {
  draft: ReplyDraft;
  errorOf: (name: keyof ReplyDraft) => string | undefined;
  onChange: (change: Partial<ReplyDraft>) => void;
}

const ANY = 'any';

export function ReplyFields({ draft, errorOf, onChange }: ReplyFieldsProps) {
  const t = useTranslations('settings.savedReplies');
  const locale = useLocale();
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const known = draft.language && !languages.includes(draft.language) ? [draft.language] : [];
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Field label={t('name')} error={errorOf('name')}>
        <TextField
          autoComplete="off"
          maxLength={120}
          value={draft.name}
          onValueChange={(name) => onChange({ name })}
        />
      </Field>
      <Field
        label={t('shortcut')}
        hint={t('shortcutHint', { shortcut: draft.shortcut || t('shortcutExample') })}
        error={errorOf('shortcut')}
      >
        <TextField
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={41}
          leading="/"
          value={draft.shortcut}
          onValueChange={(value) => onChange({ shortcut: value.replace(/^\//, '') })}
        />
      </Field>
      <Field label={t('language')} hint={t('languageHint')}>
        <Select
          value={draft.language ?? ANY}
          onValueChange={(value) => onChange({ language: value === ANY ? null : value })}
          options={[
            { value: ANY, label: t('anyLanguage') },
            ...[...known, ...languages].map((value) => ({ value, label: names.of(value) ?? value })),
          ]}
        />
      </Field>
      <ReplyTextField text={draft.text} error={errorOf('text')} onChange={(text) => onChange({ text })} />
    </div>
  );
}

interface ReplyTextFieldProps {
  text: string;
  error: string | undefined;
  onChange: (text: string) => void;
}

/** The text, with buttons that put a variable where the cursor stands. */
function ReplyTextField({ text, error, onChange }: ReplyTextFieldProps) {
  const t = useTranslations('settings.savedReplies');
  const box = useRef<HTMLTextAreaElement>(null);
  const wasThere = useRef(false);
  const unknown = partsOfReply(text).flatMap((part) => (part.kind === 'unknown' ? [part.text] : []));
  const insert = (variable: string) => {
    const field = box.current;
    if (!field) return;
    // Before anybody was in it, its cursor says the beginning; one goes on at the end.
    if (!wasThere.current) field.setSelectionRange(field.value.length, field.value.length);
    field.focus();
    field.setRangeText(`{{${variable}}}`, field.selectionStart, field.selectionEnd, 'end');
    const end = field.selectionStart;
    onChange(field.value);
    requestAnimationFrame(() => field.setSelectionRange(end, end));
  };
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <Field label={t('text')} error={error}>
        <TextArea
          ref={box}
          rows={6}
          maxRows={14}
          maxLength={20_000}
          value={text}
          onValueChange={onChange}
          onFocus={() => {
            wasThere.current = true;
          }}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-1.5">
        <span className="text-meta text-ink-3">{t('insert')}</span>
        {replyVariables.map((variable) => {
          const label = t(`variables.${variableKey(variable)}`);
          return (
            <ChipButton
              key={variable}
              aria-label={t('insertVariable', { label })}
              title={`{{${variable}}}`}
              onClick={() => insert(variable)}
            >
              {label}
            </ChipButton>
          );
        })}
      </div>
      <p role="status" className="rounded-r2 bg-warn-soft px-2.5 py-1.5 text-meta text-warn-ink empty:hidden">
        {unknown.length > 0
          ? t('unknownVariables', { count: unknown.length, names: unknown.join(', ') })
          : null}
      </p>
    </div>
  );
}
