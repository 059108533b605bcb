import type { ReactNode } from 'react';
import { streamPosition } from '@/entry/page';
import { ClientMessages } from '@/i18n/client-messages';
import { Providers } from '../../providers';
import { LiveChannels } from './live-channels';

interface ChannelsLayoutProps {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}

/** The words of channels and of what arrives on them, and a cache for what is watched live. */
export default async function ChannelsLayout({ params, children }: ChannelsLayoutProps) {
  const { workspace } = await params;
  return (
    <ClientMessages namespaces={['channels', 'ingest', 'networks', 'settings', 'vocabulary']}>
      <Providers>
        <LiveChannels slug={workspace} since={await streamPosition()} />
        {children}
      </Providers>
    </ClientMessages>
  );
}
