import type { ActionResult } from '@/entry/action';

/** What a form knows after it was sent: what was refused, what came of it, and what had been typed. */
export interface FormState<Value> {
  /** 0 before the first time. */
  attempt: number;
  refusal: Pick<Extract<ActionResult<Value>, { ok: false }>, 'reason' | 'fields' | 'params'> | null;
  value: Value | null;
  /** By field name, for a page that came back without JavaScript; never passwords. */
  typed: Record<string, string>;
}

export const untouched: FormState<never> = { attempt: 0, refusal: null, value: null, typed: {} };

/** A form's text fields; what React adds for itself is left out. */
export function fieldsOf(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('$')) fields[name] = value;
  return fields;
}

export function formStateOf<Value>(
  previous: FormState<Value>,
  form: FormData,
  result: ActionResult<Value>,
): FormState<Value> {
  const typed = Object.entries(fieldsOf(form)).filter(([name]) => !/password/i.test(name));
  return {
    attempt: previous.attempt + 1,
    refusal: result.ok ? null : { reason: result.reason, fields: result.fields, params: result.params },
    value: result.ok ? result.value : null,
    typed: Object.fromEntries(typed),
  };
}
