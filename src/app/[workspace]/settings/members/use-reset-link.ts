import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DeliveredReset } from '@/entry/password-resets';
import { useAction } from '../../../action-form/use-action';
import { createResetLinkAction } from './actions';

/** A link for a member's new password: mailed, or kept here to be shown once. */
export function useResetLink(slug: string, memberId: string) {
  const t = useTranslations('settings.members');
  const { run } = useAction();
  const [made, setMade] = useState<DeliveredReset | null>(null);
  const create = () =>
    run(() => createResetLinkAction(slug, memberId), {
      done: (reset) => {
        if (reset.isMailed) return { text: t('resetMailed', { email: reset.email }) };
        setMade(reset);
        return undefined;
      },
    });
  return { made, create, close: () => setMade(null) };
}
