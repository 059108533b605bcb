import { CommanderError } from 'commander';
import { type CommandLine, CommandRefused } from './cli/command-line';
import { buildProgram } from './cli/commands';
import { AppError } from './kernel/errors';

/**
 * Runs one verb of the administrator's command line: JSON lines on standard output, sentences on standard error.
 * @param connect opens the database and sets the environment; called by the verbs that need it
 * @returns the exit code: 0 done, 1 refused, 2 not understood
 */
export async function runCli(
  argv: readonly string[],
  connect: () => Promise<void>,
  print: (line: object) => void = printLine,
): Promise<number> {
  let exitCode = 0;
  let isConnected = false;
  const line: CommandLine = {
    connect: async () => {
      await connect();
      isConnected = true;
    },
    print,
    fail: () => {
      exitCode = 1;
    },
  };
  try {
    await buildProgram(line).parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return await exitCodeOf(error);
  } finally {
    // Open screens are told what changed before the process ends.
    if (isConnected) await (await import('./platform/events/hints')).flushHints();
  }
}

async function exitCodeOf(error: unknown): Promise<number> {
  // Commander has said already what it did not understand, or shown the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof CommandRefused) return refuse([error.message]);
  if (!(error instanceof AppError)) throw error;
  const { refusalLines } = await import('./entry/cli-sentence');
  return refuse(refusalLines(error));
}

function refuse(lines: readonly string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`);
  return 1;
}

function printLine(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
