'use client';
import { useQuery } from '@tanstack/react-query';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import Search from 'lucide-react/icons/search';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { icon, iconLarge } from '@/ui/icon';
import { ListSkeleton } from '@/ui/skeleton';
import { TextField } from '@/ui/text-field';
import { savedRepliesOptions } from '../../client/queries';
import type { SavedReply } from '../../contract/saved';
import { fold } from '../composer/typed-word';
import { useErrorSentence } from '../data/use-error-sentence';
import { NewReplyButton } from './new-reply-button';
import { ReplyDialog, type ReplyVoice } from './reply-dialog';
import { ReplyRow } from './reply-row';
import { useDeleteReply } from './use-delete-reply';

export interface ReplyListProps {
  slug: string;
  /** Who would be writing, for the preview. */
  voice: ReplyVoice;
  /** May add, change and delete; others read. */
  isInCharge: boolean;
}

/** More than this many are worth a search. */
const SEARCHED = 6;

/** All saved replies of the workspace by shortcut. */
export function ReplyList({ slug, voice, isInCharge }: ReplyListProps) {
  const t = useTranslations('settings.savedReplies');
  const common = useTranslations('common');
  const sentence = useErrorSentence();
  const { data: replies, error, refetch, isFetching } = useQuery(savedRepliesOptions(slug));
  if (!replies && error) {
    return (
      <ErrorState
        title={t('failed')}
        text={sentence(error)}
        retryLabel={common('retry')}
        onRetry={() => void refetch()}
        busy={isFetching}
      />
    );
  }
  if (!replies) return <ListSkeleton label={common('loading')} rows={5} />;
  if (replies.length === 0) {
    return (
      <EmptyState
        icon={<MessageSquareText {...iconLarge} />}
        title={t('empty')}
        text={t(isInCharge ? 'emptyText' : 'emptyTextOthers')}
        action={isInCharge ? <NewReplyButton slug={slug} voice={voice} /> : null}
      />
    );
  }
  return <FoundReplies slug={slug} voice={voice} isInCharge={isInCharge} replies={replies} />;
}

function FoundReplies({
  replies,
  ...props
}: ReplyListProps & {
  replies: readonly SavedReply[];
}) {
  const t = useTranslations('settings.savedReplies');
  const [query, setQuery] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const remove = useDeleteReply(props.slug);
  const sought = fold(query.trim());
  const found = replies.filter(({ shortcut, name, text }) =>
    [shortcut, name, text].some((one) => fold(one).includes(sought)),
  );
  const open = replies.find(({ id }) => id === openId);
  return (
    <div className="flex flex-col gap-3">
      {replies.length > SEARCHED ? (
        <TextField
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          leading={<Search {...icon} />}
          value={query}
          onValueChange={(value) => setQuery(value)}
          className="sm:max-w-80"
        />
      ) : null}
      <p role="status" className={found.length === 0 ? 'py-8 text-center text-ink-2' : 'sr-only'}>
        {found.length === 0 ? t('noneFound', { query: query.trim() }) : null}
      </p>
      {found.length > 0 ? (
        <ul aria-label={t('list')} className="overflow-hidden rounded-r3 border border-line bg-surface">
          {found.map((reply) => (
            <li key={reply.id} className="border-b border-line last:border-b-0">
              <ReplyRow
                reply={reply}
                isInCharge={props.isInCharge}
                onOpen={() => setOpenId(reply.id)}
                onDelete={() => remove(reply)}
              />
            </li>
          ))}
        </ul>
      ) : null}
      {open ? <ReplyDialog {...props} reply={open} onClose={() => setOpenId(null)} /> : null}
    </div>
  );
}
