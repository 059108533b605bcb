'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { errorSentence } from '@/i18n/error-sentence';
import type { FieldError } from '@/kernel/errors';
import { connectionOptions } from '@/modules/channels/client';
import type { ConnectProgress, ConnectStep } from '@/modules/channels/contract/connecting';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { TextField } from '@/ui/text-field';
import { useFieldWords } from '../../access-fields';
import { checkConnectionAction, saveConnectStepAction } from '../../actions';
import { useReasonSentence } from './answer-banner';

export interface StepAsksProps {
  slug: string;
  progress: ConnectProgress;
  step: ConnectStep;
  /** Saved, and the account was seen where this step lets it be. */
  onDone: () => void;
}

const unreachable = { ok: false, reason: 'unavailable', params: {}, fields: [] } as const;

/** A step's fields, judged alone: what is refused names its field and why; a step with access looks at the account. */
export function StepAsks({ slug, progress, step, onDone }: StepAsksProps) {
  const t = useTranslations('channels.connect');
  const { save, isPending, refusal, errorOf, ref } = useSavedStep({ slug, progress, step, onDone });
  return (
    <form ref={ref} onSubmit={save} noValidate className="flex flex-col gap-4">
      {refusal ? <Banner tone="bad" live="alert" title={refusal} /> : null}
      {step.asks.map((ask) => (
        <AskField key={ask.name} ask={ask} error={errorOf(ask.name)} />
      ))}
      <div>
        <Button tone={step.isDone ? 'plain' : 'primary'} type="submit" busy={isPending}>
          {t(step.proof === 'credentials' ? 'saveAndCheck' : 'save')}
        </Button>
      </div>
    </form>
  );
}

function AskField({ ask, error }: { ask: ConnectStep['asks'][number]; error: string | undefined }) {
  const t = useTranslations('channels.connect');
  const common = useTranslations('common');
  const { wordsOf } = useFieldWords();
  const isSecret = ask.kind === 'secret';
  const { label, hint } = wordsOf(isSecret ? 'secrets' : 'settings', ask.name);
  return (
    <Field
      label={label}
      hint={isSecret && ask.isSet ? t('kept') : hint}
      name={ask.name}
      {...(ask.isRequired ? {} : { optional: common('optional') })}
      error={error}
    >
      {isSecret ? (
        <TextField type="password" autoComplete="new-password" spellCheck={false} />
      ) : (
        <TextField autoComplete="off" spellCheck={false} defaultValue={textOf(ask.value)} />
      )}
    </Field>
  );
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : value === undefined || value === null ? '' : String(value);
}

function useSavedStep({ slug, progress, step, onDone }: StepAsksProps) {
  const errors = useTranslations('errors');
  const reasonOf = useReasonSentence();
  const client = useQueryClient();
  const ref = useRef<HTMLFormElement>(null);
  const [isPending, start] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [fields, setFields] = useState<readonly FieldError[]>([]);
  const { channelId } = progress;
  const keep = (next: ConnectProgress) =>
    client.setQueryData(connectionOptions(slug, channelId).queryKey, next);
  const work = async (form: FormData) => {
    const given = givenIn(form, step);
    const missing = missingIn(given, step);
    setFields(missing);
    setRefusal(null);
    if (missing.length > 0) return focusInvalid(ref.current);
    const saved = await saveConnectStepAction(slug, { channelId, step: step.name, ...given }).catch(
      () => unreachable,
    );
    if (!saved.ok) {
      const own = saved.fields.map((field) => ({
        ...field,
        path: field.path.replace(/^(settings|secrets)\./, ''),
      }));
      setFields(own);
      if (own.length === 0) setRefusal(errorSentence(errors, saved.reason, saved.params));
      return focusInvalid(ref.current);
    }
    keep(saved.value);
    if (step.proof !== 'credentials') return isDone(saved.value, step.name) ? onDone() : undefined;
    const look = await checkConnectionAction(slug, channelId).catch(() => unreachable);
    if (!look.ok) return setRefusal(reasonOf(look.reason, look.params));
    keep(look.value.progress);
    if (look.value.outcome === 'ok') onDone();
  };
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    start(() => work(form));
  };
  const errorOf = (name: string) => {
    const field = fields.find(({ path }) => path === name || path.startsWith(`${name}.`));
    return field && !isPending ? errorSentence(errors, field.reason, field.params) : undefined;
  };
  return { save, isPending, refusal: isPending ? null : refusal, errorOf, ref };
}

/** Settings as they stand; secrets only where something was typed, so that an empty one keeps what is stored. */
function givenIn(form: FormData, { asks }: ConnectStep) {
  const settings: Record<string, unknown> = {};
  const secrets: Record<string, string> = {};
  for (const { name, kind, isSet } of asks) {
    const text = String(form.get(name) ?? '').trim();
    if (kind === 'secret') {
      if (text !== '') secrets[name] = text;
    } else if (text !== '' || isSet) settings[name] = text;
  }
  return { settings, secrets };
}

function missingIn(
  { settings, secrets }: ReturnType<typeof givenIn>,
  { asks }: ConnectStep,
): readonly FieldError[] {
  return asks
    .filter(({ name, kind, isRequired, isSet }) => {
      if (!isRequired) return false;
      return kind === 'secret' ? !isSet && !secrets[name] : !settings[name];
    })
    .map(({ name }) => ({ path: name, reason: 'required' }));
}

function isDone(progress: ConnectProgress, name: string): boolean {
  return progress.steps.find((step) => step.name === name)?.isDone ?? false;
}

function focusInvalid(form: HTMLFormElement | null): void {
  // The refusal is drawn first, and marks its fields.
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
