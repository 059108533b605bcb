import { z } from 'zod';
import { describeFields } from '@/modules/predicates/catalogue';
import type { FieldType, Operator } from '@/modules/predicates/contract';
import type { MemberContext } from '@/platform/context/context';
import { sql } from '@/platform/db/sql';
import { catalogueFor, type Subject, subjects } from './catalogue';

export const fieldsInput = z.strictObject({ subject: z.enum(subjects).default('conversation') });

const fieldView = z.strictObject({
  name: z.string(),
  type: z.custom<FieldType>((value) => typeof value === 'string').meta({ type: 'string' }),
  /** Key of its word in the message files. */
  labelKey: z.string(),
  /** The word itself where people made the field up. */
  label: z.string().optional(),
  operators: z.array(z.custom<Operator>((value) => typeof value === 'string').meta({ type: 'string' })),
  options: z
    .array(
      z.strictObject({ value: z.string(), labelKey: z.string().optional(), label: z.string().optional() }),
    )
    .optional(),
  refersTo: z.string().optional(),
  isInteger: z.boolean().optional(),
  hasMany: z.boolean().optional(),
});
export const fieldList = z.strictObject({ data: z.array(fieldView), nextCursor: z.null() });

/** Newest people looked at for the custom attributes in use. */
const SAMPLE = 2000;
const probes: Record<string, { op: Operator; value?: number }> = {
  number: { op: 'isAtLeast', value: 0 },
  boolean: { op: 'isTrue' },
  array: { op: 'includesAny' },
  day: { op: 'isOn' },
  string: { op: 'is' },
};

/** What a filter over a subject may ask about: its fixed fields and the custom attributes in use. */
export async function listFields(
  { db }: MemberContext,
  { subject }: { subject: Subject },
): Promise<z.output<typeof fieldList>> {
  const attributes = await db.query<{ key: string; kind: string }>(sql`
    SELECT DISTINCT ON (a.key) a.key, CASE WHEN jsonb_typeof(a.value) = 'string'
        AND a.value #>> '{}' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' THEN 'day' ELSE jsonb_typeof(a.value) END AS kind
    FROM (SELECT attributes FROM contacts WHERE workspace_id = ${db.workspaceId} AND attributes <> '{}'
      ORDER BY created_at DESC LIMIT ${SAMPLE}::int) c, jsonb_each(c.attributes) a
    WHERE a.value <> 'null' ORDER BY a.key LIMIT 200`);
  const prefix = subject === 'contact' ? 'attributes.' : 'contact.attributes.';
  const all = attributes.flatMap(({ key, kind }) => {
    const probe = probes[kind];
    return probe ? [{ field: `${prefix}${key}`, ...probe }] : [];
  });
  const fields = [...describeFields(catalogueFor(subject, { all })).values()];
  const data = fields.map(({ operators, options, ...field }) => ({
    ...field,
    operators: [...operators],
    ...(options && { options: options.map((option) => ({ ...option })) }),
    ...(field.name.startsWith(prefix) && { label: field.name.slice(prefix.length) }),
  }));
  return { data, nextCursor: null };
}
