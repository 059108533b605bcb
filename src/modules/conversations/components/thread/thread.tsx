'use client';
import ArrowDown from 'lucide-react/icons/arrow-down';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useMemo, useState } from 'react';
import { iconSmall } from '@/ui/icon';
import { Spinner } from '@/ui/spinner';
import type { ConversationDetail, MessageView } from '../../contract';
import type { Thread as ThreadData } from '../data/use-conversation';
import { useInbox, useInboxState } from '../state/inbox-context';
import { ChangeLine } from './change-line';
import { MessageItem, useAuthorName } from './message-item';
import { NoteCard } from './note-card';
import { type ThreadItem, threadItems } from './thread-items';
import { DayMark, UnreadMark } from './thread-marks';
import { useThreadScroll } from './use-thread-scroll';

const Lightbox = lazy(() => import('./lightbox'));

export interface ThreadProps {
  conversation: ConversationDetail;
  thread: ThreadData;
  readUntil: string | null;
}

/** What was said, oldest first; opens at its end and loads back in time. */
export function Thread({ conversation, thread, readUntil }: ThreadProps) {
  const t = useTranslations('conversations');
  const { workspace, store } = useInbox();
  const isNested = conversation.kind !== 'direct' && conversation.kind !== 'email';
  const { messages, changes, hasOlder, isLoadingOlder, loadOlder } = thread;
  const items = useMemo(
    () => threadItems({ messages, changes, isNested, timeZone: workspace.timeZone, readUntil }),
    [messages, changes, isNested, workspace.timeZone, readUntil],
  );
  const scroll = useThreadScroll({
    thread: conversation.id,
    firstId: messages[0]?.id,
    lastId: items.at(-1)?.key,
    count: messages.length,
    onNearStart: loadOlder,
  });
  const lightbox = useInboxState((state) => state.lightbox);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <section
        ref={scroll.scroller}
        onScroll={scroll.onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t('thread.label')}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 pt-2 pb-3 -outline-offset-2 [mask-image:linear-gradient(to_bottom,transparent,black_10px)] md:px-7"
      >
        {hasOlder ? (
          <div className="grid h-9 place-items-center text-ink-3">
            {isLoadingOlder ? (
              <Spinner />
            ) : (
              <button type="button" onClick={loadOlder} className="min-h-6 text-meta text-accent underline">
                {t('thread.older')}
              </button>
            )}
          </div>
        ) : null}
        {items.map((item) => (
          <Item key={item.key} item={item} isPublicThread={conversation.visibility === 'public'} />
        ))}
      </section>
      {scroll.below > 0 ? (
        <button
          type="button"
          onClick={scroll.toEnd}
          className="floats absolute bottom-3 left-1/2 flex h-8 -translate-x-1/2 items-center gap-1.5 rounded-full px-3.5 text-small font-medium text-accent"
        >
          <ArrowDown {...iconSmall} />
          {t('thread.newBelow', { count: scroll.below })}
        </button>
      ) : null}
      <Arrivals last={messages.at(-1)} thread={conversation.id} />
      {lightbox ? (
        <Suspense>
          <Lightbox
            messages={messages}
            attachmentId={lightbox.attachmentId}
            onShow={(place) => store.set({ lightbox: place })}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

function Item({ item, isPublicThread }: { item: ThreadItem; isPublicThread: boolean }) {
  switch (item.type) {
    case 'day':
      return <DayMark at={item.at} />;
    case 'unread':
      return (
        <div data-unread="">
          <UnreadMark />
        </div>
      );
    case 'change':
      return <ChangeLine change={item.change} />;
    case 'message':
      return item.message.kind === 'note' ? (
        <NoteCard message={item.message} />
      ) : (
        <MessageItem
          message={item.message}
          depth={item.depth}
          answers={item.answers}
          isContinued={item.isContinued}
          isPublicThread={isPublicThread}
        />
      );
  }
}

/** Says to screen readers what has just arrived, without taking the focus. */
function Arrivals({ last, thread }: { last: MessageView | undefined; thread: string }) {
  const t = useTranslations('conversations');
  // The newest there was when the thread was opened; what comes after it is news.
  const [opened, setOpened] = useState({ thread, id: last?.id });
  if (opened.thread !== thread) setOpened({ thread, id: last?.id });
  const isNew = last !== undefined && opened.id !== undefined && last.id !== opened.id;
  return (
    <div aria-live="polite" className="sr-only">
      {isNew && last.direction === 'inbound' ? <ArrivalWords message={last} say={t} /> : null}
    </div>
  );
}

function ArrivalWords(props: {
  message: MessageView;
  say: ReturnType<typeof useTranslations<'conversations'>>;
}) {
  const name = useAuthorName(props.message);
  return props.say('thread.arrived', { name, text: props.message.text.slice(0, 200).toWellFormed() });
}
