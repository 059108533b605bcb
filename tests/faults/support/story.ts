import { newId } from '@/kernel/ids';
import type { Chance } from './chance';

/** What one conversation's messages must be in the end. */
export interface ToldMessage {
  externalId: string;
  sentAt: string;
  /** The text of the latest version; empty where it was deleted. */
  text: string;
  isDeleted: boolean;
}

export interface StoryDelivery {
  webhookId: string;
  body: string;
}

export interface Story {
  conversationId: string;
  messages: Map<string, ToldMessage>;
  /** Every delivery told so far. */
  told: StoryDelivery[];
  /** What its network posts next: a message, an edit, a deletion, an edit that comes too late, the same delivery again. */
  next(): StoryDelivery;
}

const START = Date.parse('2026-11-02T09:00:00Z');

/** One conversation as its network tells it, in order; versions follow one another by whole seconds. */
export function aStory(chance: Chance, conversationId: string): Story {
  const messages = new Map<string, ToldMessage>();
  const told: StoryDelivery[] = [];
  let clock = START;
  const tick = () => {
    clock += 1000;
    return new Date(clock).toISOString();
  };
  const author = (number: number) => ({
    externalId: `${conversationId}-author-${number}`,
    name: `Author ${number}`,
  });
  const data = (message: ToldMessage, text: string) => ({
    externalId: message.externalId,
    conversation: { externalId: conversationId },
    author: author(chance.between(1, 3)),
    text,
    kind: 'comment',
    visibility: 'public',
    sentAt: message.sentAt,
  });
  const create = (): ToldMessage => {
    const at = tick();
    const message = { externalId: newId(), sentAt: at, text: `first ${newId()}`, isDeleted: false };
    messages.set(message.externalId, message);
    return message;
  };
  const someMessage = () => [...messages.values()][chance.between(0, messages.size - 1)];
  const makeBody = (): object => {
    const known = someMessage();
    const roll = chance.next();
    if (!known || roll < 0.4) {
      const message = create();
      return { type: 'message.created', timestamp: message.sentAt, data: data(message, message.text) };
    }
    if (roll < 0.5) {
      const batch = [create(), create(), create()];
      return { type: 'message.batch', data: batch.map((message) => data(message, message.text)) };
    }
    if (roll < 0.8) {
      const text = `edited ${newId()}`;
      const body = { type: 'message.updated', timestamp: tick(), data: data(known, text) };
      if (!known.isDeleted) known.text = text;
      return body;
    }
    if (roll < 0.9)
      return { type: 'message.updated', timestamp: known.sentAt, data: data(known, 'too late') };
    known.isDeleted = true;
    known.text = '';
    return { type: 'message.deleted', timestamp: tick(), data: { externalId: known.externalId } };
  };
  return {
    conversationId,
    messages,
    told,
    next: () => {
      const before = told[chance.between(0, Math.max(0, told.length - 1))];
      if (before && chance.in(0.12)) return before;
      const delivery = { webhookId: newId(), body: JSON.stringify(makeBody()) };
      told.push(delivery);
      return delivery;
    },
  };
}
