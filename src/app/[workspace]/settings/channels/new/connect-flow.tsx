'use client';
import { useState } from 'react';
import type { ConnectorOffer, CreatedChannel } from '@/modules/channels/contract';
import type { TeamSummary } from '@/modules/workspaces/contract';
import { ConnectForm } from './connect-form';
import { Connected } from './connected';

export interface ConnectFlowProps {
  slug: string;
  offer: ConnectorOffer;
  teams: readonly TeamSummary[];
}

/** First the form; then, on the same page since the secrets are known only here, what to do at the other side. */
export function ConnectFlow({ slug, offer, teams }: ConnectFlowProps) {
  const [created, setCreated] = useState<CreatedChannel | null>(null);
  return created ? (
    <Connected slug={slug} offer={offer} channel={created} />
  ) : (
    <ConnectForm slug={slug} offer={offer} teams={teams} onCreated={setCreated} />
  );
}
