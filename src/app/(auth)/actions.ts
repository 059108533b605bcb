'use server';
import { redirect } from 'next/navigation';
import { maybeSignedIn } from '@/entry/page';
import { countCreation, runPublicAction } from '@/entry/public-action';
import { endSession, signInWithPassword, startSession } from '@/entry/session';
import { openWorkspace, signUp } from '@/entry/sign-up';
import { AppError } from '@/kernel/errors';
import { createWorkspaceInput, signInInput, signUpInput } from '@/modules/workspaces/contract';
import { type FormState, fieldsOf, formStateOf } from '../action-form/form-state';

/** Opens a session and goes where the person wanted to go. */
export async function signInAction(next: string | null, previous: FormState<string>, form: FormData) {
  const result = await runPublicAction(signInInput, fieldsOf(form), (typed) =>
    signInWithPassword(typed, next),
  );
  if (result.ok) redirect(result.value);
  return formStateOf(previous, form, result);
}

/** A login, its workspace, and straight into it. */
export async function signUpAction(previous: FormState<string>, form: FormData) {
  const result = await runPublicAction(signUpInput, fieldsOf(form), async (input) => {
    await countCreation();
    const { userId, slug } = await signUp(input);
    await startSession(userId);
    return `/${slug}`;
  });
  if (result.ok) redirect(result.value);
  return formStateOf(previous, form, result);
}

/** Another workspace for somebody signed in. */
export async function createWorkspaceAction(previous: FormState<string>, form: FormData) {
  const result = await runPublicAction(createWorkspaceInput, fieldsOf(form), async (input) => {
    const person = await maybeSignedIn();
    if (!person) throw new AppError('unauthenticated', 'unauthenticated');
    await countCreation();
    const { slug } = await openWorkspace({ ...input, owner: { userId: person.userId, name: person.name } });
    return `/${slug}`;
  });
  if (result.ok) redirect(result.value);
  return formStateOf(previous, form, result);
}

export async function signOutAction() {
  await endSession();
  redirect('/sign-in');
}
