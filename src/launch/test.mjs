import { handOver } from './hand-over.mjs';

await handOver('checks.ts', { dev: true });
