import { ok, type Result, refuse } from '@/kernel/result';

export const PASSWORD_MINIMUM = 12;
export const PASSWORD_MAXIMUM = 200;

export type PasswordRefusal =
  | 'password_too_short'
  | 'password_too_long'
  | 'password_personal'
  | 'password_guessable';

/** Below this (0–4) a stolen hash would be guessed within days; 3 is "safely unguessable" in zxcvbn's words. */
const LEAST_SCORE = 3;

/**
 * May this be a password? Refuses what is short, what holds the person's own name or address, and what stands in
 * lists of leaked passwords or is a small variation of them (zxcvbn, all offline).
 * @param personal e-mail address, name, workspace: what others know of the person
 */
export async function checkPassword(
  password: string,
  personal: readonly string[],
): Promise<Result<void, PasswordRefusal>> {
  const length = Array.from(password).length;
  if (length < PASSWORD_MINIMUM) return refuse('password_too_short');
  if (length > PASSWORD_MAXIMUM) return refuse('password_too_long');
  const words = personal.flatMap(wordsOf);
  const folded = fold(password);
  if (words.some((word) => word.length >= 4 && folded.includes(word))) return refuse('password_personal');
  const { score } = (await estimator()).check(password.slice(0, 100), [...words, 'rapport']);
  return score < LEAST_SCORE ? refuse('password_guessable') : ok(undefined);
}

function wordsOf(text: string): string[] {
  const folded = fold(text);
  return [folded, ...folded.split(/[^\p{L}\p{N}]+/u)].filter(Boolean);
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en');
}

type Estimator = { check(password: string, personal: (string | number)[]): { score: number } };
let loading: Promise<Estimator> | undefined;

/** The lists are some megabytes: loaded when the first password is set, then kept. */
function estimator(): Promise<Estimator> {
  loading ??= (async () => {
    const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
    ]);
    return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  })();
  return loading;
}
