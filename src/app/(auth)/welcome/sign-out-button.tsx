import { getTranslations } from 'next-intl/server';
import { Button } from '@/ui/button';
import { signOutAction } from '../actions';

/** Who is signed in here, and the way out. */
export async function SignOutButton({ email }: { email: string }) {
  const t = await getTranslations('auth');
  return (
    <form
      action={signOutAction}
      className="mt-6 flex flex-wrap items-center justify-between gap-2 border-t border-line pt-5"
    >
      <span className="min-w-0 truncate text-meta text-ink-3">{t('welcome.signedInAs', { email })}</span>
      <Button type="submit" size="small">
        {t('welcome.signOut')}
      </Button>
    </form>
  );
}
