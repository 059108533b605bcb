import type { Locale } from '@/kernel/vocabulary';
import { type Messages, type Namespace, namespaces } from './namespaces';

/** All messages of one language, by namespace. Server only: what the browser gets goes through ClientMessages. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const entries = await Promise.all(
    namespaces.map(async (namespace) => [namespace, await loadNamespace(locale, namespace)] as const),
  );
  return Object.fromEntries(entries) as unknown as Messages;
}

async function loadNamespace(locale: Locale, namespace: Namespace): Promise<unknown> {
  const file = (await import(`./messages/${locale}/${namespace}.json`)) as { default: unknown };
  return file.default;
}
