'use client';
import { useMessages, useTranslations } from 'next-intl';
import type { ConnectorOffer } from '@/modules/channels/contract';

export interface StepWords {
  title: string;
  text: string;
}

interface Words {
  name: string;
  text: string;
  /** What to do at the other side, in order. */
  steps: string[];
  /** A step's own words; its name where it has none. */
  stepOf(step: string): StepWords;
}

/** A connector's words by its name; a connector without any shows its own name. */
export function useConnectorWords({ name }: Pick<ConnectorOffer, 'name'>): Words {
  const t = useTranslations('channels.connectors');
  const all = useMessages().channels.connectors as Record<string, unknown>;
  const known = all[name] as { steps?: Record<string, unknown> } | undefined;
  if (!known) return { name, text: '', steps: [], stepOf: (step) => ({ title: step, text: '' }) };
  const word = (part: string) => t(`${name}.${part}` as never) as string;
  const stepOf = (step: string): StepWords => {
    const words = known.steps?.[step];
    if (words === undefined) return { title: step, text: '' };
    if (typeof words === 'string') return { title: word(`steps.${step}`), text: '' };
    return { title: word(`steps.${step}.title`), text: word(`steps.${step}.text`) };
  };
  return {
    name: word('name'),
    text: word('text'),
    steps: Object.keys(known.steps ?? {}).map((step) => stepOf(step).text || stepOf(step).title),
    stepOf,
  };
}
