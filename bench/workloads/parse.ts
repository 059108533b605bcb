import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { readJson } from '../../src/connectors/contract/read-json';
import { createRegistry, OFFICIAL_BASE_URLS } from '../../src/connectors/registry';
import { rateFiguresOf } from '../measure';
import type { Line, Skipped } from '../report';

/** Deliveries parsed in one round: enough for the clock, short enough for many rounds. */
const BATCH = 500;
/** Where the recorded bodies lie that some specimens are made of. */
const PAYLOADS = '../shared/payloads';

/** What each connector makes of its specimen, deliveries a second; beside it, what reading the bytes as JSON costs. */
export async function parsedDeliveries(rounds: number): Promise<(Line | Skipped)[]> {
  if (!existsSync(PAYLOADS))
    return [{ workload: 'parse throughput', skipped: 'the recorded bodies are not beside the project' }];
  const { specimens } = await import('../../tests/contract/specimens/all');
  const receivedAt = new Date();
  return createRegistry(OFFICIAL_BASE_URLS)
    .all()
    .flatMap((connector) => {
      const { network } = connector.manifest;
      const specimen = specimens[network];
      if (!specimen) return [];
      const body = Buffer.from(specimen.bodies.created);
      const channel = { id: specimen.channel.id, settings: specimen.channel.settings };
      const ours: number[] = [];
      const beside: number[] = [];
      for (let round = 0; round < rounds + Math.ceil(rounds / 10); round += 1) {
        const one = ratePerSecond(() => connector.parseInbound(body, channel, receivedAt));
        const other = ratePerSecond(() => readJson(body));
        if (round < rounds / 10) continue;
        ours.push(one);
        beside.push(other);
      }
      return toLine(`parse: ${network}`, ours, beside);
    });
}

function ratePerSecond(run: () => unknown): number {
  const start = performance.now();
  for (let turn = 0; turn < BATCH; turn += 1) run();
  return (BATCH * 1000) / (performance.now() - start);
}

function toLine(workload: string, ours: readonly number[], beside: readonly number[]): Line {
  const figures = rateFiguresOf(ours);
  const reference = rateFiguresOf(beside).p50;
  return {
    workload,
    ...figures,
    unit: 'events/s',
    reference,
    ratio: figures.p50 / reference,
    aim: null,
    holds: null,
  };
}
