'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import Ear from 'lucide-react/icons/ear';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { conversationsOptions } from '@/modules/conversations/client/queries';
import { useTriageMutation, useUndoMutation } from '@/modules/conversations/client/triage';
import type { ConversationSummary } from '@/modules/conversations/contract';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { iconLarge } from '@/ui/icon';
import { ListStates } from '@/ui/list-states';
import { useShortcuts } from '@/ui/use-shortcuts';
import { OverheardRow } from './overheard-row';
import { useDoing, useSentence } from './use-doing';

export interface OverheardListProps {
  slug: string;
  onSearches: () => void;
}

/** Mentions nobody addressed to us, newest first: each is taken up or is not for us. */
export function OverheardList({ slug, onSearches }: OverheardListProps) {
  const t = useTranslations('listening');
  const common = useTranslations('common');
  const sentence = useSentence();
  const query = useInfiniteQuery(conversationsOptions(slug, { view: 'listening' }));
  // What was decided on is gone at once; the server's list follows.
  const rows = query.data?.pages.flatMap(({ data }) => data).filter(({ status }) => status === 'overheard');
  return (
    <ListStates
      query={{ data: rows, error: query.error, refetch: query.refetch, isFetching: query.isFetching }}
      words={{ failed: t('failed'), why: sentence, retry: common('retry'), loading: common('loading') }}
      empty={
        <EmptyState
          icon={<Ear {...iconLarge} />}
          title={t('overheard.empty')}
          text={t('overheard.emptyText')}
          action={<Button onClick={onSearches}>{t('overheard.emptyAction')}</Button>}
        />
      }
    >
      {(mentions) => (
        <>
          <Rows slug={slug} mentions={mentions} />
          {query.hasNextPage ? (
            <Button
              className="mt-3"
              busy={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t('overheard.more')}
            </Button>
          ) : null}
        </>
      )}
    </ListStates>
  );
}

function Rows({ slug, mentions }: { slug: string; mentions: readonly ConversationSummary[] }) {
  const t = useTranslations('listening.overheard');
  const decide = useDecision(slug);
  const [chosen, choose] = useState<string | null>(null);
  const at = Math.max(
    0,
    mentions.findIndex(({ id }) => id === chosen),
  );
  const current = mentions[at];
  const act = (id: string, type: 'take_up' | 'silence') => {
    const place = mentions.findIndex((one) => one.id === id);
    choose((mentions[place + 1] ?? mentions[place - 1])?.id ?? null);
    decide(id, type);
  };
  useOverheardKeys({
    move: (step) => choose(mentions[at + step]?.id ?? current?.id ?? null),
    act: (type) => current && act(current.id, type),
  });
  return (
    <>
      <ul aria-label={t('list')} className="overflow-hidden rounded-r3 border border-line bg-surface">
        {mentions.map((mention) => (
          <OverheardRow
            key={mention.id}
            slug={slug}
            mention={mention}
            isCurrent={mention.id === current?.id}
            onAct={(type) => act(mention.id, type)}
          />
        ))}
      </ul>
      <p className="mt-2 text-meta text-ink-3 max-sm:hidden">
        {t('keys', { next: 'J', previous: 'K', takeUp: 'Y', silence: 'D' })}
      </p>
    </>
  );
}

function useOverheardKeys(does: {
  move: (step: 1 | -1) => void;
  act: (type: 'take_up' | 'silence') => void;
}) {
  const t = useTranslations('listening.overheard');
  const navigation = useTranslations('navigation');
  const group = navigation('listening');
  useShortcuts([
    { keys: 'j', label: t('next'), group, repeats: true, run: () => does.move(1) },
    { keys: 'k', label: t('previous'), group, repeats: true, run: () => does.move(-1) },
    { keys: 'y', label: t('takeUp'), group, run: () => does.act('take_up') },
    { keys: 'd', label: t('silence'), group, run: () => does.act('silence') },
  ]);
}

function useDecision(slug: string): (conversationId: string, type: 'take_up' | 'silence') => void {
  const t = useTranslations('listening.overheard');
  const triage = useTriageMutation(slug);
  const undo = useUndoMutation(slug);
  const doing = useDoing();
  return (conversationId, type) =>
    doing(triage.mutateAsync({ conversationId, action: { type } }), ({ undoId }) => ({
      text: t(type === 'take_up' ? 'takenUp' : 'silenced'),
      ...(undoId ? { undo: () => void undo.mutateAsync({ undoId }) } : {}),
    }));
}
