'use server';
import { runAction } from '@/entry/action';
import { createTeam } from '@/modules/workspaces/use-cases/create-team';
import { deleteTeam } from '@/modules/workspaces/use-cases/delete-team';
import { renameTeam } from '@/modules/workspaces/use-cases/rename-team';
import { setTeamMembers } from '@/modules/workspaces/use-cases/set-team-members';
import { type FormState, fieldsOf, formStateOf } from '../../../action-form/form-state';

export async function createTeamAction(
  slug: string,
  previous: FormState<{ teamId: string }>,
  form: FormData,
) {
  return formStateOf(previous, form, await runAction(createTeam, slug, fieldsOf(form)));
}

export async function renameTeamAction(
  slug: string,
  teamId: string,
  previous: FormState<void>,
  form: FormData,
) {
  return formStateOf(previous, form, await runAction(renameTeam, slug, { ...fieldsOf(form), teamId }));
}

/** Undo of a deletion: the same name and people again. */
export async function recreateTeamAction(slug: string, name: string, memberIds: string[]) {
  return runAction(createTeam, slug, { name, memberIds });
}

export async function setTeamMembersAction(slug: string, teamId: string, memberIds: string[]) {
  return runAction(setTeamMembers, slug, { teamId, memberIds });
}

export async function deleteTeamAction(slug: string, teamId: string) {
  return runAction(deleteTeam, slug, { teamId });
}
