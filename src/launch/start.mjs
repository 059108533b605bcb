import { handOver } from './hand-over.mjs';

await handOver('start.ts', { dev: process.argv.includes('--dev') });
