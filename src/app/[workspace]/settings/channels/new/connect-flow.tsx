'use client';
import { useState } from 'react';
import type { CreatedChannel } from '@/modules/channels/contract';
import { ConnectForm, type ConnectFormProps } from './connect-form';
import { Connected } from './connected';

/** First the form; then, on the same page since the secrets are known only here, what to do at the other side. */
export function ConnectFlow({ slug, offer, teams }: Omit<ConnectFormProps, 'onCreated'>) {
  const [created, setCreated] = useState<CreatedChannel | null>(null);
  return created ? (
    <Connected slug={slug} offer={offer} channel={created} />
  ) : (
    <ConnectForm slug={slug} offer={offer} teams={teams} onCreated={setCreated} />
  );
}
