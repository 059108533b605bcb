import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** An odd zone (+05:45, no daylight saving), so that code which forgets the workspace's time zone shows it. */
const env = { TZ: 'Asia/Kathmandu' };
const alias = { '@': fileURLToPath(new URL('./src', import.meta.url)) };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          env,
          environment: 'node',
          include: ['src/**/*.test.{ts,tsx}', 'tests/{contract,demo,launch,checks}/**/*.test.ts'],
          exclude: ['src/**/*.db.test.ts', 'tests/checks/plants/**'],
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          env,
          environment: 'node',
          include: ['src/**/*.db.test.ts', 'tests/{tenancy,faults,attacks,database}/**/*.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          setupFiles: ['tests/support/own-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
