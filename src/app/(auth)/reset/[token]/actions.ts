'use server';
import { redirect } from 'next/navigation';
import { resetPassword } from '@/entry/password-resets';
import { countCreation, runPublicAction } from '@/entry/public-action';
import { resetPasswordInput } from '@/modules/workspaces/contract';
import { type FormState, fieldsOf, formStateOf } from '../../../action-form/form-state';

/** Sets the password; then everybody who knows it signs in. */
export async function resetPasswordAction(token: string, previous: FormState<string>, form: FormData) {
  const { email: _, ...fields } = fieldsOf(form);
  const result = await runPublicAction(resetPasswordInput, { ...fields, token }, async (input) => {
    await countCreation();
    await resetPassword(input);
    return '/sign-in?notice=reset';
  });
  if (result.ok) redirect(result.value);
  return formStateOf(previous, form, result);
}
