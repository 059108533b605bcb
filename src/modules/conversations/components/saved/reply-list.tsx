'use client';
import { useQuery } from '@tanstack/react-query';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EmptyState } from '@/ui/empty-state';
import { iconLarge } from '@/ui/icon';
import { ListStates } from '@/ui/list-states';
import { SearchableList } from '@/ui/searchable-list';
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
  const query = useQuery(savedRepliesOptions(slug));
  return (
    <ListStates
      query={query}
      words={{ failed: t('failed'), why: sentence, retry: common('retry'), loading: common('loading') }}
      empty={
        <EmptyState
          icon={<MessageSquareText {...iconLarge} />}
          title={t('empty')}
          text={t(isInCharge ? 'emptyText' : 'emptyTextOthers')}
          action={isInCharge ? <NewReplyButton slug={slug} voice={voice} /> : null}
        />
      }
    >
      {(replies) => <FoundReplies slug={slug} voice={voice} isInCharge={isInCharge} replies={replies} />}
    </ListStates>
  );
}

function FoundReplies({
  replies,
  ...props
}: ReplyListProps & {
  replies: readonly SavedReply[];
}) {
  const t = useTranslations('settings.savedReplies');
  const [openId, setOpenId] = useState<string | null>(null);
  const remove = useDeleteReply(props.slug);
  const open = replies.find(({ id }) => id === openId);
  return (
    <>
      <SearchableList
        items={replies}
        searchedFrom={SEARCHED}
        matches={({ shortcut, name, text }, query) =>
          [shortcut, name, text].some((one) => fold(one).includes(fold(query)))
        }
        label={t('list')}
        searchLabel={t('search')}
        noneFound={(query) => t('noneFound', { query })}
      >
        {(reply) => (
          <ReplyRow
            reply={reply}
            isInCharge={props.isInCharge}
            onOpen={() => setOpenId(reply.id)}
            onDelete={() => remove(reply)}
          />
        )}
      </SearchableList>
      {open ? <ReplyDialog {...props} reply={open} onClose={() => setOpenId(null)} /> : null}
    </>
  );
}
