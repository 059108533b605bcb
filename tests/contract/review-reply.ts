import type { OutboundMessage } from '@/connectors/contract';
import type { PollOutcome } from '@/connectors/contract/asking';

/** An answer to the review `r1`. */
export const reviewReply: OutboundMessage = {
  id: '0198',
  text: 'Danke für Ihre Worte!',
  visibility: 'public',
  kind: 'review',
  conversation: { externalId: 'r1' },
  author: { name: 'Mira' },
  attachments: [],
};

/** @throws where asking was refused */
export function polled(outcome: PollOutcome | undefined) {
  if (outcome?.outcome !== 'polled') throw new Error(`not polled: ${outcome?.reason}`);
  return outcome;
}
