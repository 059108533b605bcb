'use server';
import { getLocale } from 'next-intl/server';
import { requestReset } from '@/entry/password-resets';
import { requestAddress, runPublicAction } from '@/entry/public-action';
import { forgotPasswordInput } from '@/modules/workspaces/contract';
import { type FormState, fieldsOf, formStateOf } from '../../action-form/form-state';

/** The same answer whoever asks for whatever address: that the request was taken. */
export async function requestResetAction(previous: FormState<string>, form: FormData) {
  const result = await runPublicAction(forgotPasswordInput, fieldsOf(form), async ({ email }) => {
    await requestReset(email, { address: await requestAddress(), locale: await getLocale() });
    return email;
  });
  return formStateOf(previous, form, result);
}
