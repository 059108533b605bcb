import { startPostgres } from '@/launch/postgres/start-postgres';

// A launcher of its own for the tests of recovery: starts, says so, and waits to be killed.
const { port } = await startPostgres({ dir: process.argv[2] ?? '', durable: false });
process.stdout.write(`${port}\n`);
setInterval(() => undefined, 1000);
