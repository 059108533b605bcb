import { z } from 'zod';
import type { VisitorPost } from '@/kernel/visitor-chat';
import { toStorable } from '../contract/read-json';
import { TEXT_LIMIT } from './manifest';

const line = (max: number) => z.string().trim().min(1).max(max).transform(toStorable);

const page = z.strictObject({
  url: z
    .string()
    .max(2000)
    .refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), { error: 'invalid_url' })
    .transform(toStorable),
  title: z.string().max(300).transform(toStorable),
});

/** What was agreed to, word for word; without it nothing is taken. */
const consent = z.strictObject({
  text: line(1000),
  language: z.enum(['de', 'en']),
  givenAt: z.iso.datetime(),
});

export const visitorPost = z.strictObject({
  id: z.uuid(),
  text: line(TEXT_LIMIT),
  consent,
  name: line(100).optional(),
  email: z.email().max(254).transform(toStorable).optional(),
  page: page.optional(),
}) satisfies z.ZodType<VisitorPost>;

/** What the door stores: the post with what only the door knows. */
export const visitorDelivery = z.strictObject({
  type: z.literal('visitor.message'),
  visitorId: z.uuid(),
  receivedAt: z.iso.datetime(),
  post: visitorPost,
});
export type VisitorDelivery = z.output<typeof visitorDelivery>;
