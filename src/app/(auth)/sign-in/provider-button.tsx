'use client';
import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';

/** The way through the OpenID provider. */
export function ProviderButton({ name, next }: { name: string; next: string | null }) {
  const t = useTranslations('auth');
  const [isLeaving, setLeaving] = useState(false);
  return (
    <div className="flex flex-col gap-5">
      <div className="flex items-center gap-3 text-meta text-ink-3">
        <span className="h-px flex-1 bg-line" />
        {t('signIn.or')}
        <span className="h-px flex-1 bg-line" />
      </div>
      <Button
        busy={isLeaving}
        className="h-9"
        onClick={() => {
          setLeaving(true);
          void signIn('oidc', { callbackUrl: next ?? '/' });
        }}
      >
        {t('signIn.provider', { name })}
      </Button>
    </div>
  );
}
