import { defineConfig } from 'prisma/config';

/** The command line reads the schema only; migrations are applied by `src/platform/db/migrate.ts`. */
export default defineConfig({ schema: 'prisma/schema' });
