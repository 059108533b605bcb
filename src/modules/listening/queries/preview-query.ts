import type { z } from 'zod';
import type { MemberContext } from '@/platform/context/context';
import type { PreviewView, previewInput } from '../contract';
import { isTerm, prepareQueries } from '../domain/match-terms';
import { findRecentlyHeard, MOST_LOOKED_AT } from '../store/heard-messages';

const SAMPLES = 5;
const SAMPLE_LENGTH = 240;

/** What a search that is being written would have found in the last 7 days; nothing where it holds no word yet. */
export async function previewQuery(
  context: MemberContext,
  input: z.output<typeof previewInput>,
): Promise<PreviewView> {
  const wanted = [...input.anyOf, ...input.allOf].filter(isTerm);
  if (wanted.length === 0) return { count: 0, looked: 0, isCut: false, samples: [] };
  const messages = await findRecentlyHeard(context.db, context.now(), MOST_LOOKED_AT + 1);
  const looked = messages.slice(0, MOST_LOOKED_AT);
  const matchesOf = prepareQueries([{ id: 'preview', ...input }]);
  const found = looked.flatMap((message) => matchesOf(message).map(({ term }) => ({ message, term })));
  return {
    count: found.length,
    looked: looked.length,
    isCut: messages.length > MOST_LOOKED_AT,
    samples: found.slice(0, SAMPLES).map(({ message, term }) => ({
      messageId: message.id,
      conversationId: message.conversationId,
      network: message.network,
      author: message.authorName,
      text: [...message.text].slice(0, SAMPLE_LENGTH).join(''),
      term,
      sentAt: message.sentAt.toISOString(),
    })),
  };
}
