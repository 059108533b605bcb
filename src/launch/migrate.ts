import { migrate } from '@/platform/db/migrate';
import { EnvironmentRefused, settings } from '@/platform/env';
import { checkExternalDatabase } from './external-database';
import { Refusal } from './voice';

// For deployments, where no launcher runs: checks both roles, then brings the database to the newest schema.
try {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = settings();
  if (!appUrl || !ownerUrl) throw new Refusal('DATABASE_URL and DATABASE_OWNER_URL are needed to migrate');
  await checkExternalDatabase({ appUrl, ownerUrl });
  const { applied } = await migrate({ appUrl, ownerUrl });
  process.stdout.write(`${applied.length} migrations applied\n`);
} catch (error) {
  const isForeseen = error instanceof Refusal || error instanceof EnvironmentRefused;
  process.stderr.write(`${isForeseen ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
