import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '@/i18n/client-messages';
import { themeAttribute, themeCookie, themeOf } from '@/ui/theme';
import { ToastRegion } from '@/ui/toast';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Rapport', template: '%s · Rapport' },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const t = await getTranslations('common');
  const theme = themeOf((await cookies()).get(themeCookie)?.value);
  return (
    <html lang={locale} {...themeAttribute(theme)}>
      <body>
        <ClientMessages>
          <ToastRegion closeLabel={t('dismiss')}>{children}</ToastRegion>
        </ClientMessages>
      </body>
    </html>
  );
}
