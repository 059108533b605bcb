import type { Sql } from '@/platform/db/sql';
import type { FieldDescription } from './contract';
import type { Clock } from './domain/dates';
import { operatorsByType } from './domain/operators';

/** Who asks, when and where: what SQL may depend on beside the predicate. */
export interface CompileContext extends Clock {
  workspaceId: string;
  /** What the value `me` of a reference to members stands for; without it `me` is nobody. */
  memberId?: string;
}

export interface FieldSql {
  /** The value to compare: text, numeric, timestamptz, boolean or uuid, by the field's type. */
  column: Sql;
  /**
   * Where the values live in other rows: puts the comparison of `column` into
   * ``sql`EXISTS (SELECT 1 FROM … WHERE … AND ${comparison})` ``. It must yield true or false, never null.
   */
  wrap?(comparison: Sql): Sql;
}

/** A field as its module offers it in `fields.ts`; operators follow from the type. */
export interface FieldDefinition extends Omit<FieldDescription, 'operators'> {
  sql(context: CompileContext): FieldSql;
}

/** The way from one subject to another: `contact.language` in a predicate over conversations. */
export interface FieldLink {
  name: string;
  to: string;
  hasMany?: boolean;
  wrap(comparison: Sql, context: CompileContext): Sql;
}

/** What one module offers about one subject (`conversation`, `contact`); several modules may offer about the same. */
export interface FieldSet {
  subject: string;
  fields: readonly FieldDefinition[];
  links?: readonly FieldLink[];
}

export type Catalogue = ReadonlyMap<string, FieldDefinition>;

/**
 * The fields a predicate over `subject` may name: its own, and those of the subjects it links to, prefixed with the
 * link's name. Throws on a name offered twice: that is a mistake in code, not of a person.
 */
export function assembleCatalogue(sets: readonly FieldSet[], subject: string): Catalogue {
  const own = sets.filter((set) => set.subject === subject);
  const linked = own
    .flatMap((set) => set.links ?? [])
    .flatMap((link) => fieldsOf(sets, link.to).map((field) => through(link, field)));
  const catalogue = new Map<string, FieldDefinition>();
  for (const field of [...fieldsOf(own, subject), ...linked]) {
    if (catalogue.has(field.name)) throw new Error(`two fields of ${subject} are named ${field.name}`);
    catalogue.set(field.name, field);
  }
  return catalogue;
}

/** The catalogue without SQL, for interfaces, validation and rendering. */
export function describeFields(catalogue: Catalogue): ReadonlyMap<string, FieldDescription> {
  return new Map([...catalogue].map(([name, field]) => [name, describeField(field)]));
}

function describeField({ sql: _, ...field }: FieldDefinition): FieldDescription {
  return { ...field, operators: operatorsByType[field.type] };
}

function fieldsOf(sets: readonly FieldSet[], subject: string): readonly FieldDefinition[] {
  return sets.filter((set) => set.subject === subject).flatMap((set) => set.fields);
}

function through(link: FieldLink, field: FieldDefinition): FieldDefinition {
  return {
    ...field,
    name: `${link.name}.${field.name}`,
    hasMany: link.hasMany === true || field.hasMany === true,
    sql: (context) => {
      const { column, wrap } = field.sql(context);
      return { column, wrap: (comparison) => link.wrap(wrap ? wrap(comparison) : comparison, context) };
    },
  };
}
