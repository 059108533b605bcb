import type { Network } from '@/kernel/vocabulary';
import { blockSize, circleOf, isDrawn, isSpammer, isSuperfan, spans } from './circles';
import { drawnPeople } from './drawn/people';
import { abroad, furtherAway, type NameGroup, neighbours } from './names/elsewhere';
import * as german from './names/german';
import { type Random, random } from './random';
import type { DemoIdentity, DemoPerson } from './shape';

export const personKey = (index: number) => `p${String(index).padStart(6, '0')}`;

interface Origin {
  given: string;
  family: string;
  city: string;
  country: string;
  language: string;
}

function fromGroup(rng: Random, group: NameGroup): { given: string; family: string } {
  const woman = rng.chance(0.5);
  const family = rng.pick(group.family);
  return {
    given: rng.pick(woman ? group.f : group.m),
    family: woman && group.feminine ? group.feminine(family) : family,
  };
}

const places = {
  DE: { cities: german.citiesDe, given: german.givenDe, family: german.familyDe },
  CH: { cities: german.citiesCh, given: german.givenCh, family: german.familyCh },
  AT: { cities: german.citiesAt, given: german.givenAt, family: german.familyAt },
  IT: { cities: german.citiesSt, given: german.givenAt, family: german.familySt },
} as const;

function germanSpeaking(rng: Random, country: keyof typeof places): Origin {
  const place = places[country];
  const city = rng.pick(place.cities);
  if (rng.chance(0.17)) return { ...fromGroup(rng, rng.pick(neighbours)), city, country, language: 'de' };
  const givens = rng.chance(0.4) ? german.givenDe : place.given;
  let family = rng.pick(place.family);
  if (rng.chance(0.06)) family = `${family}-${rng.pick(place.family)}`;
  return { given: rng.pick(rng.chance(0.5) ? givens.f : givens.m), family, city, country, language: 'de' };
}

function origin(rng: Random, index: number): Origin {
  const circle = circleOf(index);
  const languageDraw =
    circle === 'hiking' ? (index % 3 === 0 ? 0 : 0.85) : circle ? rng.next() * 0.8 : rng.next();
  if (languageDraw < 0.76) {
    const country =
      circle === 'repair'
        ? rng.weighted([
            ['CH', 55],
            ['IT', 25],
            ['AT', 12],
            ['DE', 8],
          ] as const)
        : rng.weighted([
            ['DE', 58],
            ['CH', 20],
            ['AT', 17],
            ['IT', 5],
          ] as const);
    return germanSpeaking(rng, country);
  }
  if (languageDraw < 0.975 || circle) {
    if (rng.chance(0.2)) {
      const country = rng.pick(['DE', 'CH', 'AT'] as const);
      return {
        ...fromGroup(rng, rng.pick(neighbours)),
        city: rng.pick(places[country].cities),
        country,
        language: 'en',
      };
    }
    const from = rng.weighted(abroad.map((entry, i) => [entry, i === 0 ? 4 : 1] as const));
    return {
      ...fromGroup(rng, from.names),
      city: rng.pick(from.cities),
      country: from.country,
      language: 'en',
    };
  }
  const from = rng.pick(furtherAway);
  return {
    ...fromGroup(rng, from.names),
    city: rng.pick(from.cities),
    country: from.country,
    language: from.language,
  };
}

const mainNetwork: readonly (readonly [Network, number])[] = [
  ['facebook', 22],
  ['instagram', 20],
  ['email', 19],
  ['whatsapp', 13],
  ['mastodon', 9],
  ['bluesky', 8],
  ['trustpilot', 9],
];

function mainNetworkOf(rng: Random, index: number): Network {
  const circle = circleOf(index);
  if (circle === 'repair') return 'facebook';
  if (circle === 'hiking') return index % 4 === 1 ? 'bluesky' : 'mastodon';
  if (circle === 'testclub') return index % 3 === 0 ? 'facebook' : 'instagram';
  if (circle === 'ring' || isSpammer(index)) return 'instagram';
  return rng.weighted(mainNetwork);
}

const plain: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'o',
  ı: 'i',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
};

/** Lower-case ASCII as people pick it for handles; other scripts become `user`. */
export function asciiName(text: string): string {
  const folded = text
    .toLowerCase()
    .replace(/[äöüßøıłđæ]/g, (c) => plain[c] ?? c)
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');
  return folded || 'user';
}

function identity(rng: Random, network: Network, o: Origin, index: number): DemoIdentity {
  const name = `${o.given} ${o.family}`;
  const a = asciiName(o.given);
  const b = asciiName(o.family);
  const handle = rng.pick([
    `${a}.${b}`,
    `${a}_${b}`,
    `${a}${b}`,
    `${a[0]}${b}`,
    `${a}.draussen`,
    `${b}.unterwegs`,
    `${a}_am_berg`,
  ]);
  const unique = `${handle}${index}`;
  if (network === 'facebook') return { network, externalId: `1000${7_300_000_000 + index}`, name };
  if (network === 'instagram')
    return {
      network,
      externalId: `1784${10_000_000_000 + index}`,
      handle: unique,
      name,
      profileUrl: `https://instagram.example/${unique}`,
    };
  if (network === 'mastodon') {
    const server = rng.pick(['alpin.social', 'wandern.example', 'fell.example', 'chaos.example']);
    return {
      network,
      externalId: `https://${server}/users/${unique}`,
      handle: `@${unique}@${server}`,
      name,
      profileUrl: `https://${server}/@${unique}`,
    };
  }
  if (network === 'bluesky')
    return {
      network,
      externalId: `did:plc:${index.toString(36).padStart(6, '2')}${asciiName(handle).padEnd(18, 'x').slice(0, 18)}`,
      handle: `${unique.replace(/[._]/g, '-')}.bsky.example`,
      name,
    };
  if (network === 'whatsapp')
    return {
      network,
      externalId: `4${rng.pick(['1', '3', '9'])}7${String(10_000_000 + index * 7).padStart(9, '6')}`,
      name,
    };
  if (network === 'email')
    return {
      network,
      externalId: `${a}.${b}.${index}@${rng.pick(['post.example', 'mail.example', 'gmx.example', 'bluewin.example'])}`,
      name,
    };
  return {
    network,
    externalId: `tp-${(index * 2_654_435_761) >>> 0}`,
    name: rng.chance(0.4) ? `${o.given} ${o.family[0]}.` : name,
  };
}

function secondNetwork(rng: Random, index: number, main: Network): Network | undefined {
  const circle = circleOf(index);
  if (circle === 'repair' && index % 2 === 0) return 'instagram';
  if (circle === 'hiking' && main === 'mastodon' && index % 2 === 0) return 'bluesky';
  if (!rng.chance(0.22)) return undefined;
  const other = rng.weighted(mainNetwork);
  return other === main ? undefined : other;
}

function attributes(
  rng: Random,
  o: Origin,
  index: number,
  email: string | undefined,
): DemoPerson['attributes'] {
  const out: DemoPerson['attributes'] = { ort: o.city, land: o.country };
  if (email) out.mailadresse = email;
  if (rng.chance(0.72)) {
    const orders = 1 + Math.floor(rng.skewed(1.4, 0.9));
    out.kundennummer = `N-${100_000 + index}`;
    out.kunde_seit = rng.int(2012, 2026);
    out.bestellungen = orders;
    out.umsatz = Math.round(orders * rng.skewed(140, 0.5));
  }
  if (rng.chance(0.35)) out.newsletter = rng.chance(0.6);
  if (rng.chance(0.2))
    out.interesse = rng.pick([
      'Weitwandern',
      'Skitour',
      'Klettern',
      'Familie',
      'Reparieren',
      'Bikepacking',
      'Trailrunning',
    ]);
  return out;
}

/** The person at a place in the world; the same for the same seed, whoever asks first. */
export function personAt(seed: string, index: number): DemoPerson {
  const drawn = drawnPeople[index];
  if (drawn) return drawn;
  const place = index % blockSize;
  // A second contact of the same human being, found on another network under a similar name.
  const duplicate = place >= spans.duplicates[0] && place <= spans.duplicates[1];
  const twin = duplicate ? index + 60 : undefined;
  const rng = random(seed, 'person', index);
  const o = twin === undefined ? origin(rng, index) : origin(random(seed, 'person', twin), twin);
  let main = mainNetworkOf(rng, index);
  const twinPerson = twin === undefined ? undefined : personAt(seed, twin);
  if (twinPerson?.identities.some((known) => known.network === main)) {
    main =
      mainNetwork.map(([n]) => n).find((n) => !twinPerson.identities.some((known) => known.network === n)) ??
      main;
  }
  const identities = [identity(rng, main, o, index)];
  const second = secondNetwork(rng, index, main);
  if (second) identities.push(identity(rng, second, o, index));
  if (isSpammer(index)) {
    for (const network of ['facebook', 'mastodon', 'bluesky'] as const)
      identities.push(identity(rng, network, o, index));
  }
  const email = identities.find((known) => known.network === 'email')?.externalId;
  const shared = twinPerson?.attributes.mailadresse;
  const given = duplicate && rng.chance(0.4) ? `${o.given[0]}.` : o.given;
  const circle = circleOf(index);
  return {
    key: personKey(index),
    displayName: `${given} ${duplicate && rng.chance(0.3) ? o.family.replace('ü', 'ue').replace('ö', 'oe').replace('ä', 'ae').replace('ß', 'ss') : o.family}`,
    givenName: o.given,
    familyName: o.family,
    language: o.language,
    city: o.city,
    country: o.country,
    attributes: attributes(rng, o, index, typeof shared === 'string' && rng.chance(0.4) ? shared : email),
    identities,
    ...(twin === undefined ? {} : { samePersonAs: personKey(twin) }),
    traits: {
      ...(circle ? { circle } : {}),
      ...(isSuperfan(index) ? { superfan: true } : {}),
      ...(isSpammer(index) ? { spammer: true } : {}),
      ...(isDrawn(index) ? { drawn: true } : {}),
    },
  };
}
