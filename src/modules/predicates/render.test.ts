import fc from 'fast-check';
import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { people, predicates } from '../../../tests/factories/predicates';
import de from '../../i18n/messages/de/predicates.json';
import en from '../../i18n/messages/en/predicates.json';
import { describeFields } from './catalogue';
import type { Predicate } from './domain/grammar';
import { type PredicateWords, renderPredicate } from './render';

const fields = describeFields(people);
const own = {
  en: {
    people: { name: 'name', language: 'language', german: 'German', english: 'English', labels: 'labels' },
  },
  de: {
    people: {
      name: 'Name',
      language: 'Sprache',
      german: 'Deutsch',
      english: 'Englisch',
      labels: 'Etiketten',
    },
  },
};

function wordsOf(locale: 'de' | 'en'): PredicateWords {
  const messages = { predicates: locale === 'de' ? de : en, ...own[locale] };
  const onError = (error: Error) => {
    if (!error.message.includes('people.') && !error.message.includes('talks.')) throw error;
  };
  const translate = createTranslator({ locale, messages, onError } as Parameters<typeof createTranslator>[0]);
  return {
    locale,
    timeZone: 'Europe/Berlin',
    translate: translate as unknown as PredicateWords['translate'],
  };
}

const asked: Predicate = {
  all: [
    { field: 'language', op: 'is', value: 'de' },
    {
      any: [
        { field: 'labels', op: 'includesAny', value: ['VIP', 'Presse'] },
        { field: 'name', op: 'contains', value: 'Berg' },
      ],
    },
    { not: { field: 'name', op: 'isEmpty' } },
  ],
};

describe('a predicate in words', () => {
  test('reads as one sentence in German and English', () => {
    expect(renderPredicate(asked, fields, wordsOf('de'))).toBe(
      'Sprache ist Deutsch und (Etiketten umfasst eines von VIP, Presse oder Name enthält „Berg“) und nicht (Name ist leer)',
    );
    expect(renderPredicate(asked, fields, wordsOf('en'))).toBe(
      'language is German and (labels includes one of VIP, Presse or name contains “Berg”) and not (name is empty)',
    );
  });

  test.each([
    [1, 'past', 'week', 'people.seen liegt in der letzten Woche', 'people.seen lies in the last week'],
    [30, 'past', 'day', 'people.seen liegt in den letzten 30 Tagen', 'people.seen lies in the last 30 days'],
    [1, 'future', 'month', 'people.seen liegt im nächsten Monat', 'people.seen lies in the next month'],
  ] as const)('%s %s %s', (amount, direction, unit, german, english) => {
    const predicate: Predicate = {
      field: 'seen',
      op: 'isWithin',
      value: { relative: { amount, unit, direction } },
    };
    expect(renderPredicate(predicate, fields, wordsOf('de'))).toBe(german);
    expect(renderPredicate(predicate, fields, wordsOf('en'))).toBe(english);
  });

  test('shows days as days and instants in the zone of the workspace', () => {
    const seen = (value: string): Predicate => ({ field: 'seen', op: 'isAfter', value });
    const words = wordsOf('de');
    expect(renderPredicate(seen('2026-03-29'), fields, words)).toBe('people.seen ist später als 29.03.2026');
    expect(renderPredicate(seen('2026-03-29T22:30:00Z'), fields, words)).toContain('30.03.2026, 00:30');
  });

  test('has a word for every operator, unit and direction', () => {
    fc.assert(
      fc.property(predicates, fc.constantFrom('de' as const, 'en' as const), (predicate, locale) => {
        expect(renderPredicate(predicate, fields, wordsOf(locale))).not.toContain('predicates.');
      }),
    );
  });
});
