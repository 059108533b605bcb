import { insideParentheses, type SqlStatement, splitList } from './sql-statements';

export interface ForeignKey {
  table: string;
  columns: readonly string[];
  target: string;
  targetColumns: readonly string[];
  statement: SqlStatement;
}

export interface Index {
  name: string;
  table: string;
  columns: readonly string[];
  statement: SqlStatement;
}

export interface Table {
  name: string;
  isTenant: boolean;
  primaryKey: readonly string[];
  isEnabled: boolean;
  isForced: boolean;
  policies: readonly string[];
  statement: SqlStatement;
}

export interface Schema {
  tables: Map<string, Table>;
  foreignKeys: ForeignKey[];
  uniques: Index[];
}

const NAME = '(?:[a-z_]+\\.)?([\\w]+)';
const CREATE_TABLE = new RegExp(`^CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?${NAME}`, 'i');
const ALTER_TABLE = new RegExp(`^ALTER TABLE (?:ONLY )?(?:IF EXISTS )?${NAME} (.*)$`, 'i');
const UNIQUE_INDEX = new RegExp(
  `^CREATE UNIQUE INDEX (?:CONCURRENTLY )?(?:IF NOT EXISTS )?(\\w+) ON (?:ONLY )?${NAME}(.*)$`,
  'i',
);
const POLICY = new RegExp(`^CREATE POLICY \\w+ ON ${NAME}`, 'i');
const DROP_TABLE = new RegExp(`^DROP TABLE (?:IF EXISTS )?${NAME}`, 'i');
const REFERENCES = new RegExp(`REFERENCES ${NAME} ?(\\([^)]*\\))?`, 'i');

/** What the migrations leave behind, statement by statement, as far as tenancy is concerned. */
export function readSchema(statements: readonly SqlStatement[]): Schema {
  const schema: Schema = { tables: new Map(), foreignKeys: [], uniques: [] };
  for (const statement of statements) apply(schema, statement);
  return schema;
}

function apply(schema: Schema, statement: SqlStatement): void {
  const { text } = statement;
  const created = text.match(CREATE_TABLE)?.[1];
  if (created) createTable(schema, created, statement);
  const altered = text.match(ALTER_TABLE);
  if (altered?.[1]) alterTable(schema, altered[1], altered[2] ?? '', statement);
  const index = text.match(UNIQUE_INDEX);
  if (index?.[1] && index[2]) {
    const columns = columnNames(insideParentheses(index[3] ?? ''));
    schema.uniques.push({ name: index[1], table: index[2], columns, statement });
  }
  const secured = schema.tables.get(text.match(POLICY)?.[1] ?? '');
  if (secured) secured.policies = [...secured.policies, text];
  const dropped = text.match(DROP_TABLE)?.[1];
  if (dropped) dropTable(schema, dropped);
}

function createTable(schema: Schema, name: string, statement: SqlStatement): void {
  const parts = splitList(insideParentheses(statement.text));
  const table: Table = {
    name,
    isTenant: parts.some((part) => /^workspace_id /i.test(part)),
    primaryKey: [],
    isEnabled: false,
    isForced: false,
    policies: [],
    statement,
  };
  schema.tables.set(name, table);
  for (const part of parts) constrain(schema, table, part, statement);
}

/** Takes in one column or constraint, inline or added later. */
function constrain(schema: Schema, table: Table, part: string, statement: SqlStatement): void {
  const isTableLevel = /^(CONSTRAINT|PRIMARY|UNIQUE|FOREIGN|CHECK|EXCLUDE)\b/i.test(part);
  const column = isTableLevel ? [] : columnNames(part);
  const listed = columnNames(insideParentheses(part));
  if (/PRIMARY KEY/i.test(part)) table.primaryKey = isTableLevel ? listed : column;
  if (/\bUNIQUE\b/i.test(part)) {
    const name =
      part.match(/^CONSTRAINT (\w+)/i)?.[1] ?? `unique_${(isTableLevel ? listed : column).join('_')}`;
    schema.uniques.push({ name, table: table.name, columns: isTableLevel ? listed : column, statement });
  }
  const reference = part.match(REFERENCES);
  if (!reference?.[1]) return;
  const targetColumns = columnNames(insideParentheses(reference[2] ?? ''));
  const columns = isTableLevel ? listed : column;
  schema.foreignKeys.push({ table: table.name, columns, target: reference[1], targetColumns, statement });
}

function alterTable(schema: Schema, name: string, actions: string, statement: SqlStatement): void {
  const table = schema.tables.get(name);
  if (!table) return;
  for (const action of splitList(actions)) {
    if (/^ENABLE ROW LEVEL SECURITY/i.test(action)) table.isEnabled = true;
    if (/^DISABLE ROW LEVEL SECURITY/i.test(action)) table.isEnabled = false;
    if (/^FORCE ROW LEVEL SECURITY/i.test(action)) table.isForced = true;
    if (/^NO FORCE ROW LEVEL SECURITY/i.test(action)) table.isForced = false;
    const added = action.match(/^ADD (?:COLUMN (?:IF NOT EXISTS )?)?(.*)$/i)?.[1];
    if (!added) continue;
    if (/^workspace_id /i.test(added)) table.isTenant = true;
    constrain(schema, table, added, statement);
  }
}

function dropTable(schema: Schema, name: string): void {
  schema.tables.delete(name);
  schema.foreignKeys = schema.foreignKeys.filter((key) => key.table !== name && key.target !== name);
  schema.uniques = schema.uniques.filter((index) => index.table !== name);
}

function columnNames(list: string): string[] {
  return splitList(list).map((item) => item.split(' ')[0] ?? item);
}
