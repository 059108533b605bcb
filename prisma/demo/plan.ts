import type { MessageKind, Network, Visibility } from '@/kernel/vocabulary';
import type { Random } from './random';
import type { DemoPerson } from './shape';
import { type BankLanguage, banks } from './texts/banks';
import type { Case } from './texts/case';

export type SceneName = 'public' | 'private' | 'mention' | 'review' | 'contest' | 'further';

export interface Plan {
  scene: SceneName;
  network: Network;
  kind: MessageKind;
  visibility: Visibility;
}

const isPublicNetwork = (network: Network) =>
  ['facebook', 'instagram', 'mastodon', 'bluesky'].includes(network);

/** What somebody does when it is their turn to write, by where they are at home and whom they talk to. */
export function planFor(rng: Random, person: DemoPerson): Plan {
  const main = person.identities[0]?.network ?? 'email';
  const network =
    person.identities.length > 1 && rng.chance(0.25) ? (person.identities[1]?.network ?? main) : main;
  const direct = network === 'email' ? 'email' : 'direct';
  if (network === 'trustpilot') return { scene: 'review', network, kind: 'review', visibility: 'public' };
  const further = person.language !== 'de' && person.language !== 'en';
  if (!isPublicNetwork(network))
    return { scene: further ? 'further' : 'private', network, kind: direct, visibility: 'private' };
  if (further) return { scene: 'further', network, kind: 'comment', visibility: 'public' };
  const { circle } = person.traits;
  const draw = rng.next();
  if (circle === 'testclub') {
    return draw < 0.72
      ? { scene: 'contest', network, kind: 'comment', visibility: 'public' }
      : { scene: 'mention', network, kind: 'mention', visibility: 'public' };
  }
  const closeKnit = circle === 'repair' || circle === 'hiking';
  if (draw < (closeKnit ? 0.85 : 0.56))
    return {
      scene: 'public',
      network,
      kind: rng.pick(['post', 'comment', 'mention'] as const),
      visibility: 'public',
    };
  if (draw < (closeKnit ? 0.95 : 0.79))
    return { scene: 'mention', network, kind: 'mention', visibility: 'public' };
  if (network === 'facebook' || network === 'instagram')
    return { scene: 'private', network, kind: 'direct', visibility: 'private' };
  return { scene: 'public', network, kind: 'mention', visibility: 'public' };
}

const known = new Map<string, Case[]>();

/** The matters that fit: service matters in private, a circle's own interest among its people. */
export function caseFor(rng: Random, language: BankLanguage, person: DemoPerson, inPrivate: boolean): Case {
  const { circle } = person.traits;
  const own =
    !inPrivate && (circle === 'repair' || circle === 'hiking') && rng.chance(0.75) ? circle : undefined;
  const about = `${language}/${own ?? (inPrivate ? 'private' : 'any')}`;
  let cases = known.get(about);
  if (!cases) {
    cases = banks[language].cases.filter((c) => {
      if (own) return c.circle === own;
      return inPrivate ? c.tag !== 'Community' : true;
    });
    if (inPrivate)
      cases = [...cases, ...cases.filter((c) => c.mostlyPrivate), ...cases.filter((c) => c.mostlyPrivate)];
    known.set(about, cases);
  }
  return rng.pick(cases);
}
