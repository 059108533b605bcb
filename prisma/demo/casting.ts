import type { Network } from '@/kernel/vocabulary';
import {
  blockSize,
  circleOf,
  drawnHiking,
  drawnRepair,
  homeOf,
  isDrawn,
  isSpammer,
  spans,
  superfanSpans,
} from './circles';
import type { Crowd } from './crowd';
import type { Random } from './random';
import type { DemoPerson } from './shape';

const on = (person: DemoPerson, network: Network) =>
  person.identities.some((known) => known.network === network);

const indexOf = (person: DemoPerson) => Number(person.key.slice(1));

/** A member of a circle of this block who is there on that network; superfans more often than their number. */
function member(
  rng: Random,
  crowd: Crowd,
  block: number,
  circle: 'repair' | 'hiking',
  near: number | undefined,
): DemoPerson {
  const base = block * blockSize;
  const [from, to] = spans[circle];
  const draw = rng.next();
  if (draw < 0.3) {
    const [first, last] = superfanSpans[circle];
    // Marta Seidl is the first superfan of the repair circle.
    if (circle === 'repair' && block === 0 && rng.chance(0.33)) return crowd.at(1);
    return crowd.at(base + rng.int(first, last));
  }
  if (draw < 0.68 && near !== undefined && near >= base + from && near <= base + to) {
    const step = rng.int(1, 7) * (rng.chance(0.5) ? 1 : -1);
    return crowd.at(base + from + ((near - base - from + step + (to - from + 1) * 2) % (to - from + 1)));
  }
  if (draw < 0.74 && block === 0) return crowd.at(rng.pick(circle === 'repair' ? drawnRepair : drawnHiking));
  return crowd.at(base + rng.int(from, to));
}

function ordinary(rng: Random, crowd: Crowd, network: Network, language: string): DemoPerson | undefined {
  for (let tries = 0; tries < 24; tries += 1) {
    const index = rng.int(0, crowd.size - 1);
    if (isDrawn(index) || circleOf(index) || isSpammer(index)) continue;
    const person = crowd.at(index);
    if (person.language === language && on(person, network)) return person;
  }
  return undefined;
}

/** How many answer a question there, by who asks: circles talk among themselves, others mostly to the brand. */
function helperCount(rng: Random, asker: DemoPerson): number {
  const { circle } = asker.traits;
  if (circle === 'repair' || circle === 'hiking')
    return rng.weighted([
      [1, 10],
      [2, 22],
      [3, 26],
      [4, 20],
      [5, 12],
      [7, 7],
      [9, 3],
    ] as const);
  if (circle === 'testclub') return 0;
  return rng.weighted([
    [0, 38],
    [1, 26],
    [2, 22],
    [3, 14],
  ] as const);
}

/** The customers who answer `asker` on this network, each once, never the asker. */
export function helpersFor(
  rng: Random,
  crowd: Crowd,
  asker: DemoPerson,
  network: Network,
  language: string,
  most = 9,
): DemoPerson[] {
  const home = homeOf[network];
  if (!home) return [];
  const index = indexOf(asker);
  const block = Math.floor(index / blockSize);
  const circle =
    asker.traits.circle === 'repair' || asker.traits.circle === 'hiking' ? asker.traits.circle : undefined;
  const wanted = Math.min(helperCount(rng, asker), most);
  const found = new Map<string, DemoPerson>();
  for (let tries = 0; found.size < wanted && tries < wanted * 12; tries += 1) {
    const fromCircle = circle ? rng.chance(0.88) : rng.chance(0.62);
    const candidate = fromCircle
      ? member(rng, crowd, block, circle ?? home, circle ? index : undefined)
      : ordinary(rng, crowd, network, language);
    if (!candidate || candidate.key === asker.key || !on(candidate, network)) continue;
    found.set(candidate.key, candidate);
  }
  return [...found.values()];
}

const coprime = (size: number) => {
  const step = Math.floor(size * 0.618) | 1;
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  let s = step;
  while (gcd(s, size) !== 1) s += 2;
  return s;
};

/** Who begins conversation `n`: everybody once, in scattered order, and the lively ones again and again. */
export function starterOf(rng: Random, crowd: Crowd, n: number): DemoPerson {
  const blocks = Math.ceil(crowd.size / blockSize);
  const scattered = () =>
    ((((Math.floor(n / 3) * 2 + (n % 3)) * coprime(crowd.size)) % crowd.size) + crowd.size) % crowd.size;
  let index: number;
  if (n % 3 !== 2) index = scattered();
  else {
    const block = rng.int(0, blocks - 1) * blockSize;
    const draw = rng.next();
    if (draw < 0.3) index = block + rng.int(...spans.repair);
    else if (draw < 0.6) index = block + rng.int(...spans.hiking);
    else if (draw < 0.68) index = block + rng.int(...spans.testclub);
    else index = rng.int(0, crowd.size - 1);
  }
  // The people of the drawings begin what is drawn and little else; the spammer has his own scene.
  if (isDrawn(index) || isSpammer(index) || circleOf(index) === 'ring')
    index = (index + 700 + rng.int(0, 500)) % crowd.size;
  return crowd.at(index);
}

/** Somebody of the same language who comments a post there. */
export function commenterFor(
  rng: Random,
  crowd: Crowd,
  network: Network,
  language: string,
): DemoPerson | undefined {
  const blocks = Math.ceil(crowd.size / blockSize);
  const home = homeOf[network];
  if (home && rng.chance(0.45)) {
    const candidate = member(rng, crowd, rng.int(0, blocks - 1), home, undefined);
    return on(candidate, network) ? candidate : undefined;
  }
  return ordinary(rng, crowd, network, language);
}

/** A member of the false community on this network. */
export function clubMember(rng: Random, crowd: Crowd, network: Network): DemoPerson | undefined {
  const blocks = Math.ceil(crowd.size / blockSize);
  const candidate = crowd.at(rng.int(0, blocks - 1) * blockSize + rng.int(...spans.testclub));
  return on(candidate, network) && candidate.language !== 'ar' ? candidate : undefined;
}
