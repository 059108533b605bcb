import type { Locale } from '@/kernel/vocabulary';
import type { ShownMessage } from './conversation';
import { element } from './element';
import { type TextPart, textParts } from './text-parts';
import type { Words } from './words';

export interface MessageListProps {
  words: Words;
  language: Locale;
  onRetry: (id: string) => void;
}

/** The conversation as a log: what arrives is read out, what stands there already is left alone. */
export function createMessageList(props: MessageListProps) {
  const list = element('ol');
  const log = element(
    'div',
    { class: 'log', role: 'log', 'aria-label': props.words.log, tabindex: '0' },
    list,
  );
  const shown = new Map<string, { text: string; item: HTMLLIElement }>();
  const when = clockIn(props.language);

  return {
    log,
    scrollToEnd: () => {
      log.scrollTop = log.scrollHeight;
    },
    render(messages: readonly ShownMessage[]) {
      const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
      const ids = new Set(messages.map(({ id }) => id));
      for (const [id, { item }] of shown) {
        if (ids.has(id)) continue;
        item.remove();
        shown.delete(id);
      }
      for (const [place, message] of messages.entries()) {
        const text = JSON.stringify(message);
        const known = shown.get(message.id);
        const item = known?.item ?? element('li');
        if (known?.text !== text) fillItem(item, message, props, when);
        if (list.children[place] !== item) list.insertBefore(item, list.children[place] ?? null);
        shown.set(message.id, { text, item });
      }
      if (isAtEnd) log.scrollTop = log.scrollHeight;
    },
  };
}

/** The time of a message; with its day, where that is another one. */
function clockIn(language: Locale): (sentAt: string) => HTMLElement {
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (sentAt) => {
    const date = new Date(sentAt);
    const isToday = date.toDateString() === new Date().toDateString();
    return element('time', { datetime: sentAt }, (isToday ? time : day).format(date));
  };
}

function fillItem(
  item: HTMLLIElement,
  message: ShownMessage,
  props: MessageListProps,
  when: (sentAt: string) => HTMLElement,
): void {
  const { words } = props;
  item.className = `${message.from}${message.state === 'failed' ? ' failed' : ''}`;
  const text = message.isDeleted
    ? element('p', { class: 'text gone' }, words.deleted)
    : element('p', { class: 'text' }, ...textParts(message.text).map((part) => toNode(part, words)));
  item.replaceChildren(text, element('p', { class: 'foot' }, ...footOf(message, props, when)));
}

function footOf(
  { id, state, author, from, sentAt, isEdited }: ShownMessage,
  { words, onRetry }: MessageListProps,
  when: (sentAt: string) => HTMLElement,
): (Node | string)[] {
  if (state === 'sending') return [words.sending];
  if (state === 'failed') {
    const again = element('button', { type: 'button' }, words.retry);
    again.addEventListener('click', () => onRetry(id));
    return [`${words.failed} `, again];
  }
  const who = from === 'team' ? (author ?? '') : element('span', { class: 'unseen' }, words.you);
  return [who, ' ', when(sentAt), isEdited ? ` · ${words.edited}` : ''];
}

function toNode({ text, href }: TextPart, words: Words): Node | string {
  if (href === undefined) return text;
  const attributes = { href, target: '_blank', rel: 'noopener noreferrer nofollow', title: words.newTab };
  return element('a', attributes, text);
}
