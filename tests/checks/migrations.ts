import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, readText } from './support/files';
import type { CheckResult, Finding } from './support/finding';
import { type Index, readSchema, type Schema, type Table } from './support/sql-schema';
import { type SqlStatement, splitStatements } from './support/sql-statements';
import { tenancyExemptions } from './tenancy-exemptions';

const GRANTS = 'src/platform/db/grants.sql';

/** Shapes that no statement of a migration may have, whatever its table. */
const FORBIDDEN: readonly { rule: string; pattern: RegExp; message: string }[] = [
  {
    rule: 'migration-set-null',
    pattern: /ON DELETE SET NULL/i,
    message: 'ON DELETE SET NULL cannot be distributed',
  },
  {
    rule: 'migration-update-cascade',
    pattern: /ON UPDATE CASCADE/i,
    message: 'keys never change: onUpdate NoAction',
  },
  {
    rule: 'migration-enum',
    pattern: /^CREATE TYPE .* AS ENUM/i,
    message: 'text with a CHECK, not a native enum',
  },
  { rule: 'migration-set-config', pattern: /\bset_config ?\(/i, message: 'SET LOCAL, not set_config()' },
];

/** Tenancy in the migrations: row-level security, composite keys, grants; nothing that Citus refuses. */
export function checkMigrations(root: string, exemptions = tenancyExemptions): CheckResult {
  const files = listFiles(root, 'prisma/migrations').filter((file) => file.endsWith('/migration.sql'));
  const statements = files.flatMap((file) => splitStatements(file, readText(root, file)));
  const schema = readSchema(statements);
  const tenants = [...schema.tables.values()].filter(
    (table) => table.isTenant && !(table.name in exemptions),
  );
  const tenantNames = new Set(tenants.map((table) => table.name));
  const findings = [
    ...statements.flatMap((statement) => forbiddenShapes(statement, tenantNames)),
    ...tenants.flatMap(rowLevelSecurity),
    ...foreignKeys(schema, tenantNames),
    ...uniques(schema.uniques, tenantNames, exemptions),
    ...grants(root, tenants),
    ...unusedExemptions(schema, exemptions),
  ];
  return { findings, seen: statements.length };
}

function forbiddenShapes(statement: SqlStatement, tenants: ReadonlySet<string>): Finding[] {
  const findings = FORBIDDEN.filter(({ pattern }) => pattern.test(statement.text)).map(({ rule, message }) =>
    at(statement, rule, message),
  );
  const trigger = statement.text.match(
    /^CREATE (?:OR REPLACE )?(?:CONSTRAINT )?TRIGGER .*? ON (?:[a-z_]+\.)?(\w+)/i,
  )?.[1];
  if (trigger && tenants.has(trigger)) {
    findings.push(at(statement, 'migration-trigger', `no trigger on the tenant table ${trigger}`));
  }
  return findings;
}

function rowLevelSecurity(table: Table): Finding[] {
  const { name, statement, policies } = table;
  const findings: Finding[] = [];
  const add = (rule: string, message: string) => findings.push(at(statement, rule, `${name}: ${message}`));
  if (!table.isEnabled) add('migration-rls-enable', 'ENABLE ROW LEVEL SECURITY is missing');
  if (!table.isForced) add('migration-rls-force', 'FORCE ROW LEVEL SECURITY is missing');
  const isStrict = (policy: string) => /workspace_id/.test(policy) && /current_setting/.test(policy);
  if (!policies.some(isStrict)) add('migration-policy', 'no policy compares workspace_id with the setting');
  if (policies.some((policy) => /\( ?SELECT\b/i.test(policy))) {
    add('migration-policy-select', 'a policy with a sub-select cannot be distributed');
  }
  if (table.primaryKey[0] !== 'workspace_id')
    add('migration-primary-key', 'primary key starts with workspace_id');
  return findings;
}

function foreignKeys(schema: Schema, tenants: ReadonlySet<string>): Finding[] {
  return schema.foreignKeys
    .filter((key) => tenants.has(key.table) && tenants.has(key.target))
    .filter(({ columns, targetColumns }) => {
      const position = columns.indexOf('workspace_id');
      return position === -1 || targetColumns[position] !== 'workspace_id';
    })
    .map((key) =>
      at(
        key.statement,
        'migration-foreign-key',
        `${key.table} (${key.columns.join(', ')}) → ${key.target}: both sides include workspace_id`,
      ),
    );
}

function uniques(
  indexes: readonly Index[],
  tenants: ReadonlySet<string>,
  exemptions: Readonly<Record<string, string>>,
): Finding[] {
  return indexes
    .filter((index) => tenants.has(index.table) && index.columns[0] !== 'workspace_id')
    .filter((index) => !(`${index.table}.${index.name}` in exemptions))
    .map((index) =>
      at(
        index.statement,
        'migration-unique',
        `${index.table}.${index.name} does not start with workspace_id`,
      ),
    );
}

function grants(root: string, tenants: readonly Table[]): Finding[] {
  const script = existsSync(join(root, GRANTS)) ? readText(root, GRANTS) : '';
  const granted = splitStatements(GRANTS, script)
    .map(({ text }) => text.match(/^GRANT .* ON (?:TABLE )?(?:[a-z_]+\.)?(\w+) TO /i)?.[1])
    .filter((name) => name !== undefined);
  return tenants
    .map((table) => ({ table, count: granted.filter((name) => name === table.name).length }))
    .filter(({ count }) => count !== 1)
    .map(({ table, count }) => ({
      rule: 'migration-grant',
      file: GRANTS,
      message: `${table.name} has ${count} GRANT statements of its own, exactly one is due`,
    }));
}

function unusedExemptions(schema: Schema, exemptions: Readonly<Record<string, string>>): Finding[] {
  const known = new Set([
    ...[...schema.tables.values()].filter((table) => table.isTenant).map((table) => table.name),
    ...schema.uniques.map((index) => `${index.table}.${index.name}`),
  ]);
  return Object.keys(exemptions)
    .filter((key) => !known.has(key))
    .map((key) => ({
      rule: 'exemption-unused',
      file: 'tests/checks/tenancy-exemptions.ts',
      message: `${key} names nothing in the migrations`,
    }));
}

function at(statement: SqlStatement, rule: string, message: string): Finding {
  return { rule, file: statement.file, line: statement.line, message };
}
