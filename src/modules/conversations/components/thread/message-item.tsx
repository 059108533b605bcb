'use client';
import clsx from 'clsx';
import CornerDownRight from 'lucide-react/icons/corner-down-right';
import Lock from 'lucide-react/icons/lock';
import { useTranslations } from 'next-intl';
import { memo, type ReactNode } from 'react';
import { Avatar } from '@/ui/avatar';
import { Chip } from '@/ui/chip';
import { deferred } from '@/ui/deferred';
import { iconSmall } from '@/ui/icon';
import { Moment } from '@/ui/moment';
import { Stars } from '@/ui/stars';
import type { MessageView } from '../../contract';
import { useInbox } from '../state/inbox-context';
import { MessageAttachments } from './message-attachments';
import { MessageText } from './message-text';
import { QuotedText } from './quoted-text';
import { SendState } from './send-state';
import { authorKey, type ThreadItem } from './thread-items';

export type MessageItemProps = Pick<
  Extract<ThreadItem, { type: 'message' }>,
  'message' | 'depth' | 'answers' | 'isContinued'
> & {
  /** The conversation is public, so a private message in it is the exception and says so. */
  isPublicThread: boolean;
};

const sentimentMark = deferred(async () => (await import('./sentiment-mark')).SentimentMark);

const indents = ['', 'pl-6 sm:pl-11', 'pl-12 sm:pl-22'] as const;
const curves = ['', 'left-1 sm:left-4', 'left-7 sm:left-15'] as const;

/** One message: people speak in ink, the brand in petrol. */
export const MessageItem = memo(function MessageItem(props: MessageItemProps) {
  const { message, depth, answers, isContinued, isPublicThread } = props;
  const isOurs = message.direction === 'outbound';
  return (
    <article
      aria-label={useAuthorLine(message)}
      className={clsx(
        'group/message relative flex gap-3',
        isContinued ? 'pt-1 pb-1.5' : 'py-2.5',
        indents[depth],
      )}
    >
      {depth > 0 && !isContinued ? (
        <span
          aria-hidden="true"
          className={clsx(
            'absolute -top-2 h-9.5 w-4.5 rounded-bl-[9px] border-b-[1.5px] border-l-[1.5px] border-line-strong max-sm:w-3',
            curves[depth],
          )}
        />
      ) : null}
      <span className="w-8 shrink-0">{isContinued ? null : <AuthorFace message={message} />}</span>
      <div className="max-w-160 min-w-0 flex-1">
        {isContinued ? null : <MessageHead message={message} isPublicThread={isPublicThread} />}
        {answers ? <AnswerLine message={answers} /> : null}
        <div className={clsx(isOurs && 'mt-1 rounded-r3 bg-accent-soft px-3.5 py-2.5')}>
          <MessageBody message={message} />
          <MessageAttachments message={message} />
        </div>
        <MessageFoot message={message} isContinued={isContinued} />
      </div>
    </article>
  );
});

function useAuthorLine(message: MessageView): string {
  const t = useTranslations('conversations');
  return t('message.by', { name: useAuthorName(message) });
}

/** How the writer is called here: oneself, a colleague, the brand, a person, or unknown. */
export function useAuthorName({ author }: Pick<MessageView, 'author'>): string {
  const t = useTranslations('conversations');
  const { member, workspace } = useInbox();
  switch (author.type) {
    case 'contact':
      return author.name.toWellFormed();
    case 'member':
      return author.id === member.id ? t('message.you') : author.name;
    case 'brand':
      return workspace.name;
    case 'unknown':
      return t('message.unknown');
  }
}

function AuthorFace({ message }: { message: MessageView }) {
  const { workspace } = useInbox();
  const { author } = message;
  if (author.type === 'brand') {
    return (
      <span
        aria-hidden="true"
        className="grid size-8 place-items-center rounded-full bg-accent font-serif text-small font-semibold text-accent-ink"
      >
        {workspace.name.slice(0, 1)}
      </span>
    );
  }
  const name = 'name' in author ? author.name : '';
  return <Avatar id={authorKey(message)} name={name} size={34} />;
}

function MessageHead({ message, isPublicThread }: { message: MessageView; isPublicThread: boolean }) {
  const t = useTranslations('conversations');
  const name = useAuthorName(message);
  const isOurs = message.direction === 'outbound';
  const isPrivateHere = isPublicThread && message.visibility === 'private';
  return (
    <div className="flex min-h-5 items-center gap-1.5">
      <span dir="auto" className={clsx('truncate font-semibold', isOurs && 'text-accent')}>
        {name}
      </span>
      {isPrivateHere ? (
        <Chip small icon={<Lock {...iconSmall} />}>
          {t('message.private')}
        </Chip>
      ) : null}
      {message.editedAt && !message.deletedAt ? (
        <span className="shrink-0 text-meta text-ink-3">{t('message.edited')}</span>
      ) : null}
      <Moment value={message.sentAt} style="clock" className="ml-auto pl-2 text-meta text-ink-3" />
    </div>
  );
}

function AnswerLine({ message }: { message: MessageView }) {
  const t = useTranslations('conversations');
  const name = useAuthorName(message);
  return (
    <div className="mt-0.5 flex min-w-0 items-center gap-1 text-meta text-ink-3">
      <CornerDownRight {...iconSmall} className="shrink-0" />
      <span className="truncate">
        {t('message.answers', { name, excerpt: message.text.slice(0, 80).toWellFormed() })}
      </span>
    </div>
  );
}

function MessageBody({ message }: { message: MessageView }) {
  const t = useTranslations('conversations');
  const common = useTranslations('common');
  if (message.deletedAt) {
    return <p className="mt-0.5 text-ink-3 italic">{t('message.deleted')}</p>;
  }
  return (
    <>
      {message.rating === null ? null : (
        <div className="mt-1 text-warn-ink">
          <Stars
            rating={message.rating}
            size={16}
            label={common('stars', { rating: message.rating, outOf: 5 })}
          />
        </div>
      )}
      {message.text ? (
        <MessageText
          text={message.text}
          language={message.language}
          mentions={message.mentions}
          className="mt-0.5 text-[.90625rem] leading-5.5"
        />
      ) : null}
      {message.quotedText ? <QuotedText text={message.quotedText} language={message.language} /> : null}
    </>
  );
}

function MessageFoot({ message, isContinued }: { message: MessageView; isContinued: boolean }) {
  const t = useTranslations('conversations');
  const isWords = message.direction === 'inbound' && !message.deletedAt && message.text !== '';
  const Sentiment = sentimentMark.use(isWords);
  const parts: ReactNode[] = [];
  if (isContinued && message.editedAt && !message.deletedAt) {
    parts.push(<span key="edited">{t('message.edited')}</span>);
  }
  if (Sentiment && message.sentiment) parts.push(<Sentiment key="sentiment" message={message} />);
  if (message.send) parts.push(<SendState key="send" message={message} send={message.send} />);
  return (
    <>
      {parts.length > 0 ? (
        <div className="mt-1 flex flex-wrap items-center gap-x-3.5 gap-y-1 text-meta text-ink-3">{parts}</div>
      ) : null}
      {/* Nothing is known yet: the way to say it takes no line of its own. */}
      {Sentiment && !message.sentiment ? (
        <span className="absolute right-0 bottom-0 rounded-full bg-paper">
          <Sentiment message={message} />
        </span>
      ) : null}
    </>
  );
}
