import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '@/i18n/client-messages';
import { LanguageLinks } from '../language-links';
import { Wordmark } from '../wordmark';

/** Sign-in, sign-up, invitation: one sheet of paper in the middle. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages namespaces={['auth', 'vocabulary']}>
      <div className="flex min-h-dvh flex-col px-4 py-6 md:px-9">
        <header>
          <Wordmark />
        </header>
        <main id="content" className="flex flex-1 flex-col items-center justify-center py-8">
          <div className="w-full max-w-100 rounded-r3 border border-line bg-surface px-6 py-7 sm:px-8">
            {children}
          </div>
        </main>
        <footer className="flex justify-center">
          <LanguageLinks locale={await getLocale()} />
        </footer>
      </div>
    </ClientMessages>
  );
}
