import type { ReactNode } from 'react';
import { ClientMessages } from '@/i18n/client-messages';
import { Providers } from '../../providers';

/** The words of channels and of what arrives on them, and a cache for what is watched live. */
export default function ChannelsLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages namespaces={['channels', 'ingest', 'networks', 'settings', 'vocabulary']}>
      <Providers>{children}</Providers>
    </ClientMessages>
  );
}
