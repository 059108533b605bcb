'use server';
import { runAction } from '@/entry/action';
import type { Locale } from '@/kernel/vocabulary';
import type { ThemeChoice } from '@/modules/workspaces/contract';
import { updateProfile } from '@/modules/workspaces/use-cases/update-profile';

/** Keeps language and appearance with the person, for their other browsers. */
export async function savePreferenceAction(
  slug: string,
  preference: { locale?: Locale; theme?: ThemeChoice },
) {
  return runAction(updateProfile, slug, preference);
}
