import { z } from 'zod';
import type { InboundReceipt } from '../contract';
import { ignored, metaId, metaText, metaTime, type PartOutcome, refusedBy } from '../contract/meta/part';
import { isRecord } from '../contract/read-json';
import { reasonOfCode } from './error-codes';

const STATES: Readonly<Record<string, InboundReceipt['state'] | undefined>> = {
  delivered: 'delivered',
  read: 'read',
  // A voice message that was listened to.
  played: 'read',
  failed: 'failed',
};

const status = z.object({
  id: metaId,
  timestamp: metaTime,
  errors: z
    .array(
      z.object({
        code: z.int().nullish(),
        title: metaText.nullish(),
        error_data: z.object({ details: metaText.nullish() }).nullish(),
      }),
    )
    .nullish(),
});

/** One item of `statuses`: what became of a message of ours. */
export function parseStatus(raw: unknown): PartOutcome {
  const said = isRecord(raw) && typeof raw.status === 'string' ? raw.status : '';
  if (said === 'sent') return ignored('sent_receipt');
  const state = Object.hasOwn(STATES, said) ? STATES[said] : undefined;
  if (state === undefined) return ignored('unknown_event');
  const parsed = status.safeParse(raw);
  if (!parsed.success) return refusedBy(parsed.error, []);
  const { id: externalId, timestamp: versionAt, errors } = parsed.data;
  if (state !== 'failed')
    return { outcome: 'messages', events: [{ type: 'receipt', externalId, state, versionAt }] };
  const error = errors?.[0];
  const detail = [error?.code, error?.error_data?.details ?? error?.title].filter(Boolean).join(' ');
  const reason = reasonOfCode(error?.code ?? undefined);
  return {
    outcome: 'messages',
    events: [
      { type: 'receipt', externalId, state, reason, detail: detail.slice(0, 500).toWellFormed(), versionAt },
    ],
  };
}
