import { type Sql, sql } from '@/platform/db/sql';

/** Failures in a row that are free. */
const FREE_FAILURES = 5;
const LONGEST_MINUTES = 60;

/** Minutes a login stays locked after so many failures in a row: the fifth locks for one, each further one doubles, an hour at most. */
export function lockMinutes(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(2 ** (failures - FREE_FAILURES), LONGEST_MINUTES);
}

/**
 * Counts the attempt as a failure before the password is looked at, so that a burst of parallel tries is no way
 * round the lock; a right password takes it back. Answers no row while the login is locked.
 */
export function reserveAttempt(userId: string): Sql {
  return sql`
    UPDATE users SET failed_sign_ins = failed_sign_ins + 1,
      locked_until = CASE WHEN failed_sign_ins + 1 >= ${FREE_FAILURES}::int
        THEN now() + least(power(2, least(failed_sign_ins + 1 - ${FREE_FAILURES}::int, 10)), ${LONGEST_MINUTES}::int) * interval '1 minute' END
    WHERE id = ${userId}::uuid AND (locked_until IS NULL OR locked_until <= now())
    RETURNING failed_sign_ins`;
}

export function clearFailures(userId: string): Sql {
  return sql`UPDATE users SET failed_sign_ins = 0, locked_until = NULL WHERE id = ${userId}::uuid`;
}
