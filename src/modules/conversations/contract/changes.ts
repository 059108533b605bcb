import { z } from 'zod';

const id = z.uuid();

/** One change made to one conversation or many: its `undoId` is this id. */
export const bulkChangeInput = z.strictObject({ bulkChangeId: id });

export const readMarkerInput = z.strictObject({ conversationId: id });
export const presenceInput = z.strictObject({
  conversationId: id,
  state: z.enum(['viewing', 'replying', 'gone']),
});
