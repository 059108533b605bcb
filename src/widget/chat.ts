import type { VisitorPage, VisitorSession } from '@/kernel/visitor-chat';
import type { Locale } from '@/kernel/vocabulary';
import { createComposeForm, type Written } from './compose-form';
import { countUnread, newestAnswer, shownMessages, stillPending } from './conversation';
import { createFrame } from './frame';
import { followConversation } from './live';
import type { Memory } from './memory';
import { createMessageList } from './message-list';
import { createOutbox } from './outbox';
import type { Server } from './server';
import { fill, words } from './words';

export interface ChatProps {
  session: VisitorSession;
  server: Server;
  memory: Memory;
  language: Locale;
}

/** One visitor's chat: what they see and write, what is remembered, what goes to the server and comes from it. */
export function startChat({ session, server, memory, language }: ChatProps): void {
  const { appearance, textLimit, token } = session;
  const said = words[language];
  const state = { page: { messages: [], isOpen: session.isOpen } as VisitorPage, isLost: false };
  const setLost = (isLost: boolean) => {
    const isBack = state.isLost && !isLost;
    state.isLost = isLost;
    render();
    if (isBack) outbox.sendAgain('failed');
  };
  const follow = once(() => {
    const onPage = (page: VisitorPage) => {
      state.page = page;
      memory.write({ pending: stillPending(page.messages, memory.read().pending ?? []) });
      setLost(false);
    };
    followConversation(server, token, { onPage, onLost: () => setLost(true) });
  });
  const outbox = createOutbox({
    server,
    token,
    memory,
    onChange: () => render(),
    onArrived: follow,
    onUnreachable: () => {
      setLost(true);
      follow();
    },
    onRefused: (status) => {
      if (status === 429) compose.showError(said.slowDown);
      if (status === 422) compose.showError(fill(said.tooLong, { max: textLimit }));
    },
  });
  const onSend = ({ text, ...about }: Written) => {
    remember(memory, about, token, language);
    outbox.add(text);
    list.scrollToEnd();
  };
  const list = createMessageList({ words: said, language, onRetry: (id) => void outbox.deliver(id) });
  const compose = createComposeForm({ words: said, appearance, textLimit, onSend });
  const onOpen = () => {
    render();
    list.scrollToEnd();
    compose.focus();
  };
  const parts = { log: list.log, form: compose.form, onOpen, onClose: () => render() };
  const frame = createFrame({ words: said, language, appearance, ...parts });
  const render = () => draw({ ...state, memory, frame, list, compose });

  render();
  if (!memory.read().consent) return;
  memory.write({ token });
  follow();
  outbox.sendAgain('sending', 'failed');
}

interface Drawing {
  page: VisitorPage;
  isLost: boolean;
  memory: Memory;
  frame: ReturnType<typeof createFrame>;
  list: ReturnType<typeof createMessageList>;
  compose: ReturnType<typeof createComposeForm>;
}

function draw({ page, isLost, memory, frame, list, compose }: Drawing): void {
  const { consent, pending = [], readAt } = memory.read();
  const newest = newestAnswer(page.messages);
  if (frame.isOpen() && newest !== undefined && newest !== readAt) memory.write({ readAt: newest });
  const messages = shownMessages(page.messages, pending);
  const unread = countUnread(page.messages, memory.read().readAt);
  compose.render(consent !== undefined);
  frame.render({ isOpen: page.isOpen, isLost, unread, isEmpty: messages.length === 0 });
  list.render(messages);
}

/** From the consent on, and not before, this browser keeps who the visitor is. */
function remember(
  memory: Memory,
  { consent, name, email }: Omit<Written, 'text'>,
  token: string,
  language: Locale,
): void {
  if (consent === null) return;
  const given = { text: consent, language, givenAt: new Date().toISOString() };
  memory.write({ token, consent: given, ...(name && { name }), ...(email && { email }) });
}

function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    run();
  };
}
