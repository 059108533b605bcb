'use client';
import { useSyncExternalStore } from 'react';
import { localeOf } from '@/i18n/locale';
import de from '@/i18n/messages/de/crash.json';
import en from '@/i18n/messages/en/crash.json';
import { ErrorState } from '@/ui/error-state';
import './globals.css';

const sentences = { de, en };
const still = () => () => undefined;

function browserLocale() {
  return localeOf(navigator.language.split('-')[0]) ?? 'de';
}

/** When even the layout failed: no provider is left, so it brings its own few sentences. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  const locale = useSyncExternalStore(still, browserLocale, () => 'de' as const);
  const { title, text, retry: retryLabel } = sentences[locale];
  return (
    <html lang={locale}>
      <body>
        <title>{title}</title>
        <main className="grid min-h-dvh place-items-center">
          <ErrorState title={title} text={text} retryLabel={retryLabel} onRetry={retry} />
        </main>
      </body>
    </html>
  );
}
