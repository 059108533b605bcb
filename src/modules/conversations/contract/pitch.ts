import { pitchWords } from '../domain/pitch/sales-pitch';

/**
 * The words for which a reply reads like an advertisement, for the composer's soft hint; empty where it reads like an
 * answer. @param before what it answers
 */
export function advertisingWords(reply: string, before: string): string[] {
  return pitchWords(reply, before);
}
