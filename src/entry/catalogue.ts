import { attributeFields, contactFields } from '@/modules/contacts/fields';
import { conversationFields } from '@/modules/conversations/fields';
import { assembleCatalogue, type Catalogue, type FieldSet } from '@/modules/predicates/catalogue';
import type { Condition, Predicate } from '@/modules/predicates/contract';

export const subjects = ['conversation', 'contact'] as const;
export type Subject = (typeof subjects)[number];

const sets: readonly FieldSet[] = [conversationFields, contactFields];
const fixed: Record<Subject, Catalogue> = {
  conversation: assembleCatalogue(sets, 'conversation'),
  contact: assembleCatalogue(sets, 'contact'),
};

/**
 * The fields a predicate over a subject may name. Custom attributes of contacts are nobody's list: those the
 * predicate itself names are added, typed by what it asks.
 */
export function catalogueFor(subject: Subject, predicate?: Predicate): Catalogue {
  const own = attributeFields(predicate ? conditionsOf(predicate) : []);
  return own.fields.length === 0 ? fixed[subject] : assembleCatalogue([...sets, own], subject);
}

function conditionsOf(predicate: Predicate): Condition[] {
  if ('all' in predicate) return predicate.all.flatMap(conditionsOf);
  if ('any' in predicate) return predicate.any.flatMap(conditionsOf);
  if ('not' in predicate) return conditionsOf(predicate.not);
  return [predicate];
}
