import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Namespace } from './namespaces';

export interface ClientMessagesProps {
  /** The namespaces the client components inside need; `common` and `errors` are always there. */
  namespaces?: readonly Namespace[];
  /** The workspace's time zone (IANA name): times inside are shown in it. */
  timeZone?: string;
  children: ReactNode;
}

/**
 * Hands messages to client components, only those named. A nested one replaces the messages of the outer one, so it
 * names all it needs; the time zone is inherited.
 */
export async function ClientMessages({ namespaces = [], timeZone, children }: ClientMessagesProps) {
  const all = await getMessages();
  const wanted = new Set<Namespace>(['common', 'errors', ...namespaces]);
  const messages = Object.fromEntries([...wanted].map((namespace) => [namespace, all[namespace]]));
  return (
    <NextIntlClientProvider messages={messages} {...(timeZone ? { timeZone } : {})}>
      {children}
    </NextIntlClientProvider>
  );
}
