import type { Network } from '@/kernel/vocabulary';
import { circleOf, isSuperfan } from '../circles';
import type { DemoIdentity, DemoPerson } from '../shape';

type Known = [
  given: string,
  family: string,
  language: string,
  city: string,
  country: string,
  ...identities: [Network, string, string?, string?][],
];

/** Everybody who appears in the drawings, in a fixed order: their place is their key. */
const known: Known[] = [
  [
    'Jonas',
    'Weber',
    'de',
    'Bozen',
    'IT',
    ['facebook', '100071000001'],
    ['whatsapp', '393401200001'],
    ['email', 'jonas.weber@post.example'],
    ['instagram', '178410000001', 'jonas.weber.bz'],
  ],
  [
    'Marta',
    'Seidl',
    'de',
    'Innsbruck',
    'AT',
    ['facebook', '100071000002'],
    ['instagram', '178410000002', 'marta.seidl'],
    ['mastodon', 'https://alpin.social/users/marta', '@marta@alpin.social'],
    ['email', 'marta@seidl.example'],
  ],
  [
    'Lukas',
    'Bergmann',
    'de',
    'Zürich',
    'CH',
    ['facebook', '100071000003'],
    ['instagram', '178410000003', 'lukas.bergmann'],
  ],
  [
    'Agnieszka',
    'Nowak',
    'en',
    'Leipzig',
    'DE',
    ['instagram', '178410000004', 'agnieszka.outside'],
    ['mastodon', 'https://alpin.social/users/agnieszka', '@agnieszka@alpin.social'],
    ['bluesky', 'did:plc:agnieszkanowak0000000001', 'agnieszka.bsky.example'],
  ],
  ['Thomas', 'Baumann', 'de', 'Basel', 'CH', ['trustpilot', 'tp-4000005']],
  [
    'Lea & Noah',
    '',
    'de',
    'Freiburg',
    'DE',
    ['bluesky', 'did:plc:leaundnoahunterwegs00001', 'leaundnoah.bsky.example'],
  ],
  [
    'Søren',
    'Lindqvist',
    'en',
    'Göteborg',
    'SE',
    ['mastodon', 'https://fell.example/users/soren', '@soren@fell.example'],
    ['bluesky', 'did:plc:sorenlindqvist0000000001', 'soren-l.bsky.example'],
  ],
  ['Bärbel', 'Schröder', 'de', 'Göttingen', 'DE', ['email', 'b.schroeder@post.example']],
  ['Emre', 'Yılmaz', 'de', 'Wien', 'AT', ['whatsapp', '436601200009']],
  ['Hüttenblog', '', 'de', 'Kempten', 'DE', ['feed', 'https://huettenblog.example/feed']],
  [
    'Katharina',
    'Vogel',
    'de',
    'Bern',
    'CH',
    ['facebook', '100071000011'],
    ['instagram', '178410000011', 'kathi.vogel'],
  ],
  [
    'Bergliebe',
    '',
    'de',
    'Garmisch',
    'DE',
    ['bluesky', 'did:plc:bergliebe000000000000001', 'bergliebe.bsky.example'],
    ['mastodon', 'https://alpin.social/users/bergliebe', '@bergliebe@alpin.social'],
  ],
  ['Ursina', 'Caflisch', 'de', 'Chur', 'CH', ['instagram', '178410000013', 'ursina.caflisch']],
  ['Paweł', 'Wiśniewski', 'en', 'Berlin', 'DE', ['email', 'pawel.w@mail.example']],
  ['Heidrun', 'Oßwald', 'de', 'Ulm', 'DE', ['whatsapp', '491701200015']],
  ['M.', 'Seidl', 'de', 'Innsbruck', 'AT', ['trustpilot', 'tp-4000016']],
  [
    'J.',
    'Weber',
    'de',
    'Bozen',
    'IT',
    ['bluesky', 'did:plc:jweberbozen0000000000001', 'j-weber-bz.bsky.example'],
  ],
];

/** Contacts that are in truth somebody else of this list. */
const twins: Record<number, number> = { 15: 1, 16: 0 };

function identityOf(
  name: string,
  [network, externalId, handle]: [Network, string, string?, string?],
): DemoIdentity {
  const profile =
    network === 'instagram'
      ? `https://instagram.example/${handle}`
      : network === 'mastodon'
        ? externalId
        : undefined;
  return {
    network,
    externalId,
    name,
    ...(handle ? { handle } : {}),
    ...(profile ? { profileUrl: profile } : {}),
  };
}

function drawnPerson(
  [givenName, familyName, language, city, country, ...identities]: Known,
  index: number,
): DemoPerson {
  const displayName = familyName ? `${givenName} ${familyName}` : givenName;
  const circle = circleOf(index);
  const twin = twins[index];
  const email = identities.find(([network]) => network === 'email')?.[1];
  return {
    key: `p${String(index).padStart(6, '0')}`,
    displayName,
    givenName,
    familyName,
    language,
    city,
    country,
    attributes: {
      ort: city,
      land: country,
      ...(email ? { mailadresse: email } : {}),
      ...(index === 0 ? { kunde_seit: 2021, umsatz: 640, bestellungen: 5, interesse: 'Weitwandern' } : {}),
      ...(index === 1 ? { kunde_seit: 2022, umsatz: 820, bestellungen: 7, interesse: 'Reparieren' } : {}),
    },
    identities: identities.map((known) => identityOf(displayName, known)),
    ...(twin === undefined ? {} : { samePersonAs: `p${String(twin).padStart(6, '0')}` }),
    traits: { drawn: true, ...(circle ? { circle } : {}), ...(isSuperfan(index) ? { superfan: true } : {}) },
  };
}

export const drawnPeople: DemoPerson[] = known.map(drawnPerson);
