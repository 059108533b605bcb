'use client';
import { useTranslations } from 'next-intl';
import type { ChannelSummary } from '@/modules/channels/contract';
import { useAction } from '../../../../action-form/use-action';
import { setChannelStateAction } from '../actions';

type Settable = 'active' | 'paused';

/** Pauses or resumes, each undone from its toast. */
export function useChannelState(slug: string, { id, name }: ChannelSummary) {
  const t = useTranslations('channels.channel');
  const { run, isPending } = useAction();
  const setState = (state: Settable) =>
    run(() => setChannelStateAction(slug, id, state), {
      done: () => ({
        text: t(state === 'paused' ? 'pausedToast' : 'resumedToast', { name }),
        undo: () => run(() => setChannelStateAction(slug, id, state === 'paused' ? 'active' : 'paused')),
      }),
    });
  return { setState, isPending };
}
