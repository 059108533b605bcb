'use server';
import { redirect } from 'next/navigation';
import { runAction, runMemberAction } from '@/entry/action';
import { execute } from '@/entry/execute';
import { changePassword } from '@/modules/workspaces/use-cases/change-password';
import { leaveWorkspace } from '@/modules/workspaces/use-cases/leave-workspace';
import { updateProfile } from '@/modules/workspaces/use-cases/update-profile';
import { type FormState, fieldsOf, formStateOf } from '../../../action-form/form-state';

export async function renameAction(slug: string, previous: FormState<void>, form: FormData) {
  const { name } = fieldsOf(form);
  return formStateOf(previous, form, await runAction(updateProfile, slug, { name }));
}

/** Every other session of the person ends; this one stays. */
export async function changePasswordAction(slug: string, previous: FormState<void>, form: FormData) {
  const { currentPassword, newPassword } = fieldsOf(form);
  const result = await runMemberAction(slug, (context, { sessionId }) =>
    execute(changePassword, context, { currentPassword, newPassword, keepSessionId: sessionId }),
  );
  return formStateOf(previous, form, result);
}

export async function leaveAction(slug: string) {
  const result = await runAction(leaveWorkspace, slug, {});
  if (result.ok) redirect('/');
  return result;
}
