/** Products with what German grammar needs to speak of them. */
export type Gender = 'm' | 'f' | 'n' | 'p';

export interface Item {
  de: string;
  gender: Gender;
  /** Dative plural where it differs. */
  dative?: string;
  genitive?: string;
  en: string;
  /** English plural ("these boots"). */
  plural?: boolean;
  price: number;
}

export const items = {
  polaris: { de: 'Polaris 2', gender: 'f', en: 'Polaris 2', price: 489 },
  polaris4: { de: 'Polaris 4', gender: 'f', en: 'Polaris 4', price: 689 },
  fjell: { de: 'Fjell 55', gender: 'm', en: 'Fjell 55', price: 219 },
  fjell35: { de: 'Fjell 35', gender: 'm', en: 'Fjell 35', price: 169 },
  skarv: { de: 'Skarv-Jacke', gender: 'f', en: 'Skarv jacket', price: 329 },
  lyng: { de: 'Lyng-Hose', gender: 'f', en: 'Lyng trousers', plural: true, price: 139 },
  ull: { de: 'Ull-Pullover', gender: 'm', genitive: 'Ull-Pullovers', en: 'Ull jumper', price: 149 },
  brise: { de: 'Windjacke Brise', gender: 'f', en: 'Brise wind jacket', price: 129 },
  tundra: { de: 'Tundra-Matte', gender: 'f', en: 'Tundra mat', price: 119 },
  sturm: { de: 'Kocher Sturm', gender: 'm', genitive: 'Kochers Sturm', en: 'Sturm stove', price: 89 },
  vinter: { de: 'Vinter-Schlafsack', gender: 'm', genitive: 'Vinter-Schlafsacks', en: 'Vinter sleeping bag', price: 359 },
  natt: { de: 'Natt-Quilt', gender: 'm', genitive: 'Natt-Quilts', en: 'Natt quilt', price: 289 },
  vidda: {
    de: 'Vidda-Stiefel',
    gender: 'p',
    dative: 'Vidda-Stiefeln',
    en: 'Vidda boots',
    plural: true,
    price: 259,
  },
  troll: {
    de: 'Troll-Kinderschuhe',
    gender: 'p',
    dative: 'Troll-Kinderschuhen',
    en: 'Troll kids’ shoes',
    plural: true,
    price: 89,
  },
  funke: { de: 'Stirnlampe Funke', gender: 'f', en: 'Funke headlamp', price: 59 },
  tarp: { de: 'Regn-Tarp', gender: 'n', genitive: 'Regn-Tarps', en: 'Regn tarp', price: 119 },
  kraxe: { de: 'Kraxe Bjørn', gender: 'f', en: 'Bjørn child carrier', price: 279 },
  stokk: {
    de: 'Stokk-Stöcke',
    gender: 'p',
    dative: 'Stokk-Stöcken',
    en: 'Stokk poles',
    plural: true,
    price: 109,
  },
} as const satisfies Record<string, Item>;

export type ItemKey = keyof typeof items;
export type Grammar = 'nom' | 'acc' | 'dat' | 'gen';

const definite: Record<Gender, Record<Grammar, string>> = {
  m: { nom: 'der', acc: 'den', dat: 'dem', gen: 'des' },
  f: { nom: 'die', acc: 'die', dat: 'der', gen: 'der' },
  n: { nom: 'das', acc: 'das', dat: 'dem', gen: 'des' },
  p: { nom: 'die', acc: 'die', dat: 'den', gen: 'der' },
};

/** Endings of ein-words: mein, unser, euer, kein. */
const endings: Record<Gender, Record<Grammar, string>> = {
  m: { nom: '', acc: 'en', dat: 'em', gen: 'es' },
  f: { nom: 'e', acc: 'e', dat: 'er', gen: 'er' },
  n: { nom: '', acc: '', dat: 'em', gen: 'es' },
  p: { nom: 'e', acc: 'e', dat: 'en', gen: 'er' },
};

const pronouns: Record<Gender, Record<Exclude<Grammar, 'gen'>, string>> = {
  m: { nom: 'er', acc: 'ihn', dat: 'ihm' },
  f: { nom: 'sie', acc: 'sie', dat: 'ihr' },
  n: { nom: 'es', acc: 'es', dat: 'ihm' },
  p: { nom: 'sie', acc: 'sie', dat: 'ihnen' },
};

const stems: Record<string, string> = { mein: 'mein', unser: 'unser', dein: 'dein', ein: 'ein' };

/** `mein.acc` or `acc.mein` → „meine Tundra-Matte“, `die.dat` → „der Tundra-Matte“, `pron.acc` → „sie“, `ist`, `hat`, `v:fällt/fallen`; undefined for other names. */
export function germanItem(key: ItemKey, name: string): string | undefined {
  const item: Item = items[key];
  const plural = item.gender === 'p';
  if (name === 'P') return item.de;
  if (name === 'ist') return plural ? 'sind' : 'ist';
  if (name === 'hat') return plural ? 'haben' : 'hat';
  if (name === 'war') return plural ? 'waren' : 'war';
  if (name.startsWith('v:')) return name.slice(2).split('/')[plural ? 1 : 0];
  const parts = name.toLowerCase().split('.');
  const form = parts.find((part): part is Grammar => ['nom', 'acc', 'dat', 'gen'].includes(part));
  const word = parts.find((part) => part !== form);
  if (!form || !word) return undefined;
  const noun =
    (form === 'dat' ? item.dative : form === 'gen' ? item.genitive : undefined) ?? item.de;
  let out: string | undefined;
  if (word === 'die') out = `${definite[item.gender][form]} ${noun}`;
  else if (word === 'pron' && form !== 'gen') out = pronouns[item.gender][form];
  else if (stems[word]) out = `${stems[word]}${endings[item.gender][form]} ${noun}`;
  if (out === undefined) return undefined;
  return name[0] === name[0]?.toLowerCase() ? out : (out[0] ?? '').toUpperCase() + out.slice(1);
}

/** `P`, `is`, `has`, `it`, `them`, `this` for English sentences; undefined for other names. */
export function englishItem(key: ItemKey, name: string): string | undefined {
  const item: Item = items[key];
  const forms: Record<string, [string, string]> = {
    is: ['is', 'are'],
    has: ['has', 'have'],
    was: ['was', 'were'],
    it: ['it', 'they'],
    obj: ['it', 'them'],
    this: ['this', 'these'],
  };
  if (name === 'P') return item.en;
  return forms[name]?.[item.plural ? 1 : 0];
}
