import { raw, type Sql, sql } from '@/platform/db/sql';

/** The pages our own screens ask for, with the one row more. */
const commonLimits: readonly number[] = [26, 51, 101];

/**
 * Written out where it is common: of a limit it cannot see, the planner assumes a tenth of the rows, so one plan for
 * all values looks dearer than planning anew each time (which costs twice the running).
 */
export function limitSql(limit: number): Sql {
  return commonLimits.includes(limit) ? raw(String(limit)) : sql`${limit}::int`;
}
