'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, startTransition, useActionState, useEffect, useEffectEvent, useRef } from 'react';
import { errorSentence } from '@/i18n/error-sentence';
import { type FormState, untouched } from './form-state';

type FormAction<Value> = (previous: FormState<Value>, form: FormData) => Promise<FormState<Value>>;

/**
 * A form that sends itself to a server action: works without JavaScript, and with it keeps what was typed
 * (React would empty a form whose `action` ran), leads to the first refused field and shows that it is at work.
 */
export function useActionForm<Value>(action: FormAction<Value>, onDone?: (value: Value) => void) {
  const translate = useTranslations('errors');
  const [state, send, isPending] = useActionState(action, untouched as FormState<Value>);
  const ref = useRef<HTMLFormElement>(null);
  const settled = useEffectEvent((latest: FormState<Value>) => {
    if (latest.attempt === 0) return;
    if (!latest.refusal) return onDone?.(latest.value as Value);
    ref.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input')?.focus();
  });
  useEffect(() => settled(state), [state]);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending) return;
    const form = new FormData(event.currentTarget);
    startTransition(() => send(form));
  };
  const fields = isPending ? [] : (state.refusal?.fields ?? []);
  const sentenceOf = (one: { reason: string; params?: Record<string, string | number> }) =>
    errorSentence(translate, one.reason, one.params);
  return {
    /** Spread on `<form>`. */
    form: { ref, action: send, onSubmit, noValidate: true },
    state,
    isPending,
    /** The sentence at a field, or undefined. */
    errorOf: (name: string): string | undefined => {
      const refused = fields.find(({ path }) => path === name || path.startsWith(`${name}.`));
      return refused && sentenceOf(refused);
    },
    /** The sentence for the form as a whole, where no field is to blame. */
    error: !isPending && state.refusal && fields.length === 0 ? sentenceOf(state.refusal) : undefined,
  };
}
