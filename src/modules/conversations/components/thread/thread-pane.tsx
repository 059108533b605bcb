'use client';
import MessagesSquare from 'lucide-react/icons/messages-square';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { Pane } from '@/ui/frame/pane';
import { iconLarge } from '@/ui/icon';
import { Kbd } from '@/ui/kbd';
import { ConversationSkeleton } from '@/ui/skeleton';
import { useMarkReadMutation } from '../../client/triage';
import type { ConversationDetail } from '../../contract';
import { useAddress } from '../address/use-address';
import { Composer } from '../composer/composer';
import { type OpenConversation, useConversation } from '../data/use-conversation';
import { useErrorSentence } from '../data/use-error-sentence';
import { useInbox } from '../state/inbox-context';
import { Thread } from './thread';
import { ThreadChips } from './thread-chips';
import { ThreadHeader } from './thread-header';

/** The second pane: the conversation that is open, or what to do while none is. */
export function ThreadPane({ className }: { className?: string }) {
  const id = useAddress((address) => address.conversationId);
  return id ? <OpenThread id={id} className={className ?? ''} /> : <NoThread className={className ?? ''} />;
}

function NoThread({ className }: { className: string }) {
  const t = useTranslations('inbox');
  return (
    <Pane label={t('thread.pane')} ground="paper" className={className}>
      <div className="m-auto">
        <EmptyState
          icon={<MessagesSquare {...iconLarge} />}
          title={t('thread.noneTitle')}
          text={
            <span className="flex flex-wrap items-center justify-center gap-1.5">
              {t.rich('thread.noneText', {
                j: () => <Kbd keys="j" />,
                k: () => <Kbd keys="k" />,
                p: () => <Kbd keys="mod+k" />,
              })}
            </span>
          }
        />
      </div>
    </Pane>
  );
}

function OpenThread({ id, className }: { id: string; className: string }) {
  const t = useTranslations('inbox');
  const open = useConversation(id);
  const { conversation } = open;
  return (
    <Pane
      label={t('thread.pane')}
      ground="paper"
      className={className}
      {...(conversation ? { bar: <ThreadHeader conversation={conversation} url={conversation.url} /> } : {})}
    >
      <ThreadBody id={id} open={open} />
    </Pane>
  );
}

function ThreadBody({ id, open }: { id: string; open: OpenConversation }) {
  const t = useTranslations('inbox');
  const common = useTranslations('common');
  const sentence = useErrorSentence();
  const { conversation, thread, error } = open;
  if (conversation && thread)
    return <Loaded key={id} conversation={conversation} open={{ ...open, thread }} />;
  if (!error) {
    return (
      <>
        <div className="h-13 shrink-0 border-b border-line" />
        <ConversationSkeleton label={t('thread.loading')} />
      </>
    );
  }
  return (
    <ErrorState
      title={t('thread.failed')}
      text={sentence(error)}
      retryLabel={common('retry')}
      onRetry={open.retry}
      busy={open.isRetrying}
    />
  );
}

interface LoadedProps {
  conversation: ConversationDetail;
  open: OpenConversation & { thread: NonNullable<OpenConversation['thread']> };
}

const READ_AFTER_MS = 700;

function Loaded({ conversation, open }: LoadedProps) {
  const { workspace } = useInbox();
  const { thread } = open;
  const { mutate: markRead } = useMarkReadMutation(workspace.slug);
  const [readUntil] = useState(() => readBefore(conversation, open));
  const { id, isUnread, lastMessageAt } = conversation;
  const isReadUpTo = useRef('');
  useEffect(() => {
    if (!isUnread || isReadUpTo.current === lastMessageAt) return;
    const timer = setTimeout(() => {
      // Passing by is not reading; neither is a tab in the background. What is refused is not asked again and again.
      if (document.hidden) return;
      isReadUpTo.current = lastMessageAt;
      markRead({ conversationId: id });
    }, READ_AFTER_MS);
    return () => clearTimeout(timer);
  }, [id, isUnread, lastMessageAt, markRead]);
  return (
    <>
      <ThreadChips conversation={conversation} />
      <Thread conversation={conversation} thread={thread} readUntil={readUntil} />
      <Composer conversation={conversation} messages={thread.messages} />
    </>
  );
}

/** Where the unread begins: behind the last words of ours; all is read where nothing is unread. */
function readBefore(conversation: ConversationDetail, { thread }: LoadedProps['open']): string | null {
  if (!conversation.isUnread) return null;
  return thread.messages.findLast(({ direction }) => direction === 'outbound')?.sentAt ?? null;
}
