import { createTranslator } from 'next-intl';
import { errorSentence } from '@/i18n/error-sentence';
import errors from '@/i18n/messages/en/errors.json';
import type { AppError } from '@/kernel/errors';

/** A refusal as an operator reads it: what was wrong with which option, else the sentence as a whole. */
export function refusalLines({ reason, fields, params }: AppError): string[] {
  const translate = createTranslator({ locale: 'en', messages: { errors }, namespace: 'errors' });
  if (fields.length === 0) return [errorSentence(translate, reason, params)];
  return fields.map((field) => `${field.path}: ${errorSentence(translate, field.reason, field.params)}`);
}
