/** What the verbs are given. */
export interface CommandLine {
  /** Opens the database and sets the environment; before it, nothing that reads either may be imported. */
  connect(): Promise<void>;
  /** One JSON line on standard output. */
  print(line: object): void;
  /** What was asked for was done, and its answer is bad news: exit code 1. */
  fail(): void;
}

/** A refusal of the command line itself, in a sentence. */
export class CommandRefused extends Error {}

/** `--setting pageId=123` as often as needed. */
export function collectPairs(pair: string, pairs: Record<string, string> = {}): Record<string, string> {
  const [, name, value] = /^([\w.-]+)=(.*)$/s.exec(pair) ?? [];
  if (!name || value === undefined) throw new CommandRefused(`"${pair}" is not of the form name=value.`);
  return { ...pairs, [name]: value };
}
