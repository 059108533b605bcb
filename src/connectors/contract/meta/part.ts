import { z } from 'zod';
import type { InboundAuthor, InboundEvent, ParsedInbound } from '../../contract';
import { toFieldErrors } from '../field-errors';
import { toStorable } from '../read-json';

/** What one change or messaging item of a delivery became. */
export type PartOutcome =
  | { outcome: 'messages'; events: readonly InboundEvent[] }
  | Exclude<ParsedInbound, { outcome: 'messages' }>;

/** What every part of an entry shares. */
export interface EntryContext {
  /** The page or professional account whose delivery this is: its own messages are the brand's. */
  accountId: string;
  /** Stands in the name of people whose name Meta does not send: `Facebook 1234`. */
  brand: string;
  /** When Meta made the delivery; when we received it, where it does not say. */
  entryAt: Date;
}

const LATEST_SECONDS = 4_102_444_800; // the year 2100

export const metaId = z
  .union([z.string().min(1).max(512), z.int().transform(String)])
  .transform((id) => toStorable(id));

export const metaText = z.string().max(100_000).transform(toStorable);

/** Seconds, milliseconds (told apart by size: Meta sends both) or ISO 8601. */
export const metaTime = z
  .union([
    z.number().min(0),
    z.iso.datetime({ offset: true }),
    z
      .string()
      .regex(/^\d{1,13}$/)
      .transform(Number),
  ])
  .transform((value) => new Date(typeof value === 'number' && value < 1e11 ? value * 1000 : value))
  .refine((value) => value.getTime() <= LATEST_SECONDS * 1000, { error: 'time_in_future' });

export function ignored(reason: string): PartOutcome {
  return { outcome: 'ignored', reason };
}

export function refusedBy(error: z.ZodError, prefix: readonly string[]): PartOutcome {
  return { outcome: 'refused', reason: 'invalid_delivery', fields: toFieldErrors(error.issues, prefix) };
}

export function refusedWithout(field: string): PartOutcome {
  return { outcome: 'refused', reason: 'invalid_delivery', fields: [{ path: field, reason: 'required' }] };
}

/** An author; where Meta sends no name, one made of the id's end that never replaces a better one. */
export function toAuthor(id: string, name: string | null | undefined, brand: string): InboundAuthor {
  const given = name?.trim().slice(0, 200);
  return given
    ? { externalId: id, name: given.toWellFormed() }
    : { externalId: id, name: `${brand} ${id.slice(-4)}`.toWellFormed(), isNamePlaceholder: true };
}
