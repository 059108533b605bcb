import { type Figures, figuresOf, type Pair } from './measure';

/** One line of the report; null where there is nothing to compare with or to aim at. */
export interface Line extends Figures {
  workload: string;
  unit: 'ms' | 'events/s' | 'messages/min' | 'kB' | 'statements';
  /** The median of what was measured beside it. */
  reference: number | null;
  ratio: number | null;
  aim: string | null;
  holds: boolean | null;
}

/** A workload that could not be measured here, and why. */
export interface Skipped {
  workload: string;
  skipped: string;
}

export function isSkipped(line: Line | Skipped): line is Skipped {
  return 'skipped' in line;
}

/** Times beside their reference: at most `aim` times as long. */
export function ratioLine(workload: string, { ours, beside }: Pair, aim: number): Line {
  const figures = figuresOf(ours);
  const reference = figuresOf(beside).p50;
  const ratio = figures.p50 / reference;
  return { workload, ...figures, unit: 'ms', reference, ratio, aim: `≤ ${aim} ×`, holds: ratio <= aim };
}

/** One figure that must not exceed its aim. */
export function limitLine(
  workload: string,
  figures: Figures,
  { unit, limit, of = 'p95' }: { unit: Line['unit']; limit: number; of?: keyof Figures },
): Line {
  const aim = `${of === 'p95' && unit === 'ms' ? 'p95 ' : ''}≤ ${limit}`;
  return { workload, ...figures, unit, reference: null, ratio: null, aim, holds: figures[of] <= limit };
}

/** A figure that only informs. */
export function noteLine(workload: string, figures: Figures, unit: Line['unit']): Line {
  return { workload, ...figures, unit, reference: null, ratio: null, aim: null, holds: null };
}

/** The table for people, then a JSON line for each workload. */
export function printReport(lines: readonly (Line | Skipped)[]): void {
  const rows = [
    ['workload', 'p50', 'p95', 'unit', 'reference', 'ratio', 'aim', 'holds'],
    ...lines.map((line) =>
      isSkipped(line) ? [line.workload, `not measured: ${line.skipped}`] : cellsOf(line),
    ),
  ];
  const measured = rows.filter((row) => row.length > 2);
  const widths =
    measured[0]?.map((_, column) => Math.max(...measured.map((row) => row[column]?.length ?? 0))) ?? [];
  widths[0] = Math.max(...rows.map((row) => row[0]?.length ?? 0));
  for (const row of rows) {
    const isNumber = (column: number) => row.length > 2 && [1, 2, 4, 5].includes(column);
    const cells = row.map((cell, column) =>
      isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
    );
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`);
  }
  process.stdout.write('\n');
  for (const line of lines) process.stdout.write(`${JSON.stringify(rounded(line))}\n`);
}

function cellsOf({ workload, p50, p95, unit, reference, ratio, aim, holds }: Line): string[] {
  const truth = holds === null ? '' : holds ? 'yes' : 'NO';
  return [workload, short(p50), short(p95), unit, short(reference), short(ratio), aim ?? '', truth];
}

function short(value: number | null): string {
  if (value === null) return '';
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

function rounded(line: Line | Skipped): object {
  const entries = Object.entries(line).map(([name, value]) => [
    name,
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
  ]);
  return Object.fromEntries(entries);
}
