import { locales, networks } from '@/kernel/vocabulary';
import type { FieldDefinition, FieldSet } from '@/modules/predicates/catalogue';
import type { Condition } from '@/modules/predicates/contract';
import { type Sql, sql } from '@/platform/db/sql';
import { type AttributeType, attributeTypeOf } from './domain/attribute-type';

const ATTRIBUTE = /(?:^|\.)attributes\.([a-z][a-z0-9_]{0,39})$/;
const column = (source: Sql) => () => ({ column: source });

/** What may be asked about a contact; the row is `ct`. */
export const contactFields: FieldSet = {
  subject: 'contact',
  fields: [
    { name: 'name', type: 'text', labelKey: 'fields.contact.name', sql: column(sql`ct.name`) },
    {
      name: 'language',
      type: 'choice',
      labelKey: 'fields.contact.language',
      options: locales.map((value) => ({ value, labelKey: `vocabulary.locale.${value}` })),
      sql: column(sql`ct.language`),
    },
    { name: 'location', type: 'text', labelKey: 'fields.contact.location', sql: column(sql`ct.location`) },
    {
      name: 'attention',
      type: 'number',
      isInteger: true,
      labelKey: 'fields.contact.attention',
      sql: column(sql`ct.attention_weight`),
    },
    {
      name: 'createdAt',
      type: 'date',
      labelKey: 'fields.contact.createdAt',
      sql: column(sql`ct.created_at`),
    },
    {
      name: 'owner',
      type: 'reference',
      refersTo: 'member',
      labelKey: 'fields.contact.owner',
      sql: column(sql`ct.owner_id`),
    },
    {
      name: 'tag',
      type: 'reference',
      refersTo: 'tag',
      hasMany: true,
      labelKey: 'fields.contact.tag',
      sql: () => ({
        column: sql`tg.tag_id`,
        wrap: (comparison) =>
          sql`EXISTS (SELECT 1 FROM contact_tags tg WHERE tg.workspace_id = ct.workspace_id AND tg.contact_id = ct.id AND ${comparison})`,
      }),
    },
    {
      name: 'network',
      type: 'choice',
      hasMany: true,
      labelKey: 'fields.contact.network',
      options: networks.map((value) => ({ value, labelKey: `networks.${value}` })),
      sql: () => ({ column: sql`ide.network`, wrap: inIdentities }),
    },
    {
      name: 'handle',
      type: 'text',
      hasMany: true,
      labelKey: 'fields.contact.handle',
      sql: () => ({ column: sql`ide.handle`, wrap: inIdentities }),
    },
  ],
};

function inIdentities(comparison: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM identities ide WHERE ide.workspace_id = ct.workspace_id AND ide.contact_id = ct.id AND ${comparison})`;
}

/**
 * The custom attributes (`attributes.shoe_size`) these conditions name, as fields typed by what is asked of them. A
 * value of another type counts as missing, so that no row can make the statement fail.
 */
export function attributeFields(conditions: readonly Condition[]): FieldSet {
  const types = new Map<string, AttributeType>();
  for (const { field, op, value } of conditions) {
    const key = ATTRIBUTE.exec(field)?.[1];
    if (key === undefined) continue;
    const type = attributeTypeOf(op, value);
    // "Is empty" says nothing about the type: whoever asks more decides.
    if (!types.has(key) || types.get(key) === 'text') types.set(key, type);
  }
  return { subject: 'contact', fields: [...types].map(([key, type]) => attributeField(key, type)) };
}

function attributeField(key: string, type: AttributeType): FieldDefinition {
  const value = sql`(ct.attributes -> ${key}::text)`;
  const text = sql`(ct.attributes ->> ${key}::text)`;
  return {
    name: `attributes.${key}`,
    type,
    labelKey: 'fields.contact.attributes',
    ...(type === 'multi' && { hasMany: true }),
    sql: ({ timeZone }) =>
      type === 'multi'
        ? { column: sql`item.value`, wrap: (comparison) => inList(value, comparison) }
        : { column: typedValue(type, value, text, timeZone) },
  };
}

function typedValue(type: Exclude<AttributeType, 'multi'>, value: Sql, text: Sql, timeZone: string): Sql {
  switch (type) {
    case 'text':
      return text;
    case 'number':
      return sql`(CASE WHEN jsonb_typeof(${value}) = 'number' THEN ${text}::numeric END)`;
    case 'boolean':
      return sql`(CASE WHEN jsonb_typeof(${value}) = 'boolean' THEN ${text}::boolean END)`;
    case 'date':
      // The first of the month plus days: also a day that does not exist cannot raise an error.
      return sql`(CASE WHEN ${text} ~ '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])'
        THEN ((substr(${text}, 1, 7) || '-01')::date + (substr(${text}, 9, 2)::int - 1))::timestamp AT TIME ZONE ${timeZone}::text END)`;
  }
}

function inList(value: Sql, comparison: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM jsonb_array_elements_text(
    CASE WHEN jsonb_typeof(${value}) = 'array' THEN ${value} ELSE '[]'::jsonb END) item(value) WHERE ${comparison})`;
}
