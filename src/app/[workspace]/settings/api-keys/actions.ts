'use server';
import { runAction } from '@/entry/action';
import { createApiKey } from '@/modules/workspaces/use-cases/create-api-key';
import { revokeApiKey } from '@/modules/workspaces/use-cases/revoke-api-key';
import { type FormState, fieldsOf, formStateOf } from '../../../action-form/form-state';

export async function createApiKeyAction(
  slug: string,
  previous: FormState<{ apiKeyId: string; key: string }>,
  form: FormData,
) {
  return formStateOf(previous, form, await runAction(createApiKey, slug, fieldsOf(form)));
}

export async function revokeApiKeyAction(slug: string, apiKeyId: string) {
  return runAction(revokeApiKey, slug, { apiKeyId });
}
