'use server';
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { joinWithLogin, joinWithNewLogin } from '@/entry/invitations';
import { maybeSignedIn } from '@/entry/page';
import { countCreation, runPublicAction } from '@/entry/public-action';
import { startSession } from '@/entry/session';
import { AppError } from '@/kernel/errors';
import { acceptInvitationInput, newLoginInput } from '@/modules/workspaces/contract';
import { type FormState, fieldsOf, formStateOf } from '../../../action-form/form-state';

/** The signed-in person joins. */
export async function joinAction(token: string, previous: FormState<string>, form: FormData) {
  const result = await runPublicAction(acceptInvitationInput, { token }, async (input) => {
    const person = await maybeSignedIn();
    if (!person) throw new AppError('unauthenticated', 'unauthenticated');
    return `/${(await joinWithLogin(input.token, person)).slug}`;
  });
  if (result.ok) redirect(result.value);
  return formStateOf(previous, form, result);
}

/** Somebody new chooses name and password, and is in. */
export async function joinAsNewAction(token: string, previous: FormState<string>, form: FormData) {
  const { email: _, ...fields } = fieldsOf(form);
  const result = await runPublicAction(newLoginInput, { ...fields, token }, async (input) => {
    await countCreation();
    const { slug, userId } = await joinWithNewLogin(input.token, { ...input, locale: await getLocale() });
    await startSession(userId);
    return `/${slug}`;
  });
  if (result.ok) redirect(result.value);
  return formStateOf(previous, form, result);
}
