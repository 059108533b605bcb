'use server';
import { runAction } from '@/entry/action';
import { updateWorkspaceSettings } from '@/modules/workspaces/use-cases/update-workspace-settings';
import { type FormState, fieldsOf, formStateOf } from '../../../action-form/form-state';

/** Name, language and time zone. */
export async function saveGeneralAction(slug: string, previous: FormState<void>, form: FormData) {
  const { name, locale, timeZone } = fieldsOf(form);
  return formStateOf(
    previous,
    form,
    await runAction(updateWorkspaceSettings, slug, { name, locale, timeZone }),
  );
}

/** One part that its editor sends as JSON. */
export async function saveScheduleAction(
  slug: string,
  part: 'businessHours' | 'holidays',
  previous: FormState<void>,
  form: FormData,
) {
  return formStateOf(
    previous,
    form,
    await runAction(updateWorkspaceSettings, slug, { [part]: parsed(fieldsOf(form)[part]) }),
  );
}

/** Undefined is refused by the contract like anything else that is no schedule. */
function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}
