const HELP = `npm run bench [-- options]
  --quick         a tenth of the data and fewer rounds, within five minutes
  --only <text>   only the parts whose name has this text, for example --only http (may be given more than once)
  --help          this text and the names of the parts
`;

/**
 * @param connect opens the database of the benchmark's own and sets the environment, which everything else reads
 *   as soon as it is imported
 * @returns the exit code: 0 when everything was measured, whether or not it held; 2 where `--only` names nothing
 */
export async function runBench(argv: string[], connect: () => Promise<void>): Promise<number> {
  await connect();
  const { benchmark, partNames } = await import('./benchmark');
  const wanted = argv.flatMap((word, place) => (argv[place - 1] === '--only' ? [word.toLowerCase()] : []));
  const names = partNames.filter(
    (name) => wanted.length === 0 || wanted.some((text) => name.toLowerCase().includes(text)),
  );
  if (argv.includes('--help') || names.length === 0) {
    process.stderr.write(`${HELP}\nParts: ${partNames.join(', ')}\n`);
    return argv.includes('--help') ? 0 : 2;
  }
  await benchmark(argv.includes('--quick'), names);
  return 0;
}
