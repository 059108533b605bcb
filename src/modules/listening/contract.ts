import { z } from 'zod';
import { networks } from '@/kernel/vocabulary';
import { isTerm } from './domain/match-terms';

const id = z.uuid();
const instant = z.iso.datetime({ offset: true });

/** A word, a phrase of several, or a hashtag. */
const term = z.string().trim().min(1).max(100).refine(isTerm, { message: 'no_word' });
const terms = z.array(term).max(50);
const language = z.string().min(2).max(12);

const queryTerms = {
  anyOf: terms.default([]),
  allOf: terms.default([]),
  noneOf: terms.default([]),
  networks: z.array(z.enum(networks)).max(networks.length).default([]),
  languages: z.array(language).max(20).default([]),
};

const findsSomething = ({ anyOf, allOf }: { anyOf: unknown[]; allOf: unknown[] }) =>
  anyOf.length + allOf.length > 0;
const nothingToFind = { message: 'nothing_to_find', path: ['anyOf'] };

export const createQueryInput = z
  .strictObject({ name: z.string().trim().min(1).max(80), ...queryTerms })
  .refine(findsSomething, nothingToFind);
export const updateQueryInput = z.strictObject({
  queryId: id,
  name: z.string().trim().min(1).max(80).optional(),
  anyOf: terms.optional(),
  allOf: terms.optional(),
  noneOf: terms.optional(),
  networks: z.array(z.enum(networks)).optional(),
  languages: z.array(language).max(20).optional(),
  isActive: z.boolean().optional(),
});
export const queryRefInput = z.strictObject({ queryId: id });

export const queryView = z.strictObject({
  id,
  name: z.string(),
  anyOf: z.array(z.string()),
  allOf: z.array(z.string()),
  noneOf: z.array(z.string()),
  networks: z.array(z.enum(networks)),
  languages: z.array(z.string()),
  isActive: z.boolean(),
  /** Messages it found in the last 30 days. */
  found: z.number().int(),
});
export type QueryView = z.infer<typeof queryView>;
export const queryList = z.strictObject({ data: z.array(queryView), nextCursor: z.null() });

const many = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(item).max(50)).default([]);

/** A search that is still being written; what cannot be looked for yet is left out. */
export const previewInput = z.strictObject({
  anyOf: many(z.string().trim().max(100)),
  allOf: many(z.string().trim().max(100)),
  noneOf: many(z.string().trim().max(100)),
  networks: many(z.enum(networks)),
  languages: many(language),
});

export const sampleView = z.strictObject({
  messageId: id,
  conversationId: id,
  network: z.enum(networks),
  author: z.string().nullable(),
  text: z.string(),
  term: z.string(),
  sentAt: instant,
});
export const previewView = z.strictObject({
  /** Messages of the last 7 days that would have been found. */
  count: z.number().int(),
  /** How many were looked at: the newest. */
  looked: z.number().int(),
  /** True where there are more than were looked at. */
  isCut: z.boolean(),
  samples: z.array(sampleView),
});
export type PreviewView = z.infer<typeof previewView>;

const ruleFields = {
  /** Handle or name, exactly. */
  author: z.string().trim().min(1).max(200).nullable().default(null),
  /** Any of them. */
  words: terms.default([]),
  network: z.enum(networks).nullable().default(null),
  language: language.nullable().default(null),
};

/** Overheard mentions that meet everything a rule names are silenced. */
export const createRuleInput = z
  .strictObject(ruleFields)
  .refine(
    (rule) =>
      rule.author !== null || rule.words.length > 0 || rule.network !== null || rule.language !== null,
    { message: 'says_nothing', path: ['words'] },
  );
export const updateRuleInput = z.strictObject({ silenceRuleId: id, isActive: z.boolean() });
export const ruleRefInput = z.strictObject({ silenceRuleId: id });

export const ruleView = z.strictObject({
  id,
  author: z.string().nullable(),
  words: z.array(z.string()),
  network: z.enum(networks).nullable(),
  language: z.string().nullable(),
  isActive: z.boolean(),
  /** Conversations it silenced in the last 30 days and nobody brought back, the newest of them shown. */
  silenced: z.number().int(),
  latest: z.array(
    z.strictObject({
      conversationId: id,
      author: z.string().nullable(),
      preview: z.string(),
      silencedAt: instant,
    }),
  ),
});
export type RuleView = z.infer<typeof ruleView>;
export const ruleList = z.strictObject({ data: z.array(ruleView), nextCursor: z.null() });
export const reversalView = z.strictObject({ restored: z.number().int() });

export const spreadSignals = ['replies', 'shares', 'views'] as const;
export type SpreadSignal = (typeof spreadSignals)[number];

export const spreadView = z.strictObject({
  id,
  signal: z.enum(spreadSignals),
  /** `amount` in `hours`, `times` what is usual `against` this author or this channel. */
  amount: z.number().int(),
  hours: z.number(),
  times: z.number(),
  against: z.enum(['author', 'channel']),
  link: z.string().nullable(),
  startedAt: instant,
  seenAt: instant,
  posts: z.array(
    z.strictObject({
      conversationId: id,
      network: z.enum(networks),
      author: z.string().nullable(),
      text: z.string(),
      sentAt: instant,
    }),
  ),
  postCount: z.number().int(),
});
export type SpreadView = z.infer<typeof spreadView>;

export const weightView = z.strictObject({
  signal: z.enum(spreadSignals),
  falseAlarms: z.number().int(),
  /** 1 as delivered, less after false alarms, never below 0.25. */
  weight: z.number(),
});
export const spreadList = z.strictObject({
  data: z.array(spreadView),
  weights: z.array(weightView),
  nextCursor: z.null(),
});
export const alertRefInput = z.strictObject({ alertId: id });
export const signalRefInput = z.strictObject({ signal: z.enum(spreadSignals) });
export const nothingInput = z.strictObject({});
