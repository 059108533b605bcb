import { handOver } from './hand-over.mjs';

await handOver('bench.ts');
