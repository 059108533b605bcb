/**
 * @param connect opens the database of the benchmark's own and sets the environment, which everything else reads
 *   as soon as it is imported
 * @returns the exit code: 0 when everything was measured, whether or not it held
 */
export async function runBench(argv: string[], connect: () => Promise<void>): Promise<number> {
  await connect();
  const { benchmark } = await import('./benchmark');
  await benchmark(argv.includes('--quick'));
  return 0;
}
