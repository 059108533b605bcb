'use client';
import { useMessages, useTranslations } from 'next-intl';
import type { ConnectorOffer } from '@/modules/channels/contract';

interface Words {
  name: string;
  text: string;
  /** What to do at the other side, in order. */
  steps: string[];
}

/** A connector's words by its name; a connector without any shows its own name. */
export function useConnectorWords({ name }: Pick<ConnectorOffer, 'name'>): Words {
  const t = useTranslations('channels.connectors');
  const all = useMessages().channels.connectors as Record<string, unknown>;
  const known = all[name] as { steps?: Record<string, unknown> } | undefined;
  if (!known) return { name, text: '', steps: [] };
  const word = (part: string) => t(`${name}.${part}` as never) as string;
  return {
    name: word('name'),
    text: word('text'),
    steps: Object.entries(known.steps ?? {}).map(([step, words]) =>
      word(typeof words === 'string' ? `steps.${step}` : `steps.${step}.text`),
    ),
  };
}
