/**
 * Where the shape of a tenant table may differ from the rule, with the reason. Keys: `table` for a table with a
 * workspace_id that is no tenant table, `table.index` for a unique index that does not start with workspace_id.
 * An entry that exempts nothing fails the check.
 */
export const tenancyExemptions: Readonly<Record<string, string>> = {};
