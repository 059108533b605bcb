import type { Namespace } from '@/i18n/namespaces';

/** What the inbox's client components are told in. */
export const inboxNamespaces: readonly Namespace[] = [
  'inbox',
  'conversations',
  'contacts',
  'shortcuts',
  'networks',
  'vocabulary',
  'fields',
  'predicates',
  'ingest',
];
