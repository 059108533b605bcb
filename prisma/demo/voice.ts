import { expand, type Situation, sentences } from './grammar';
import { hashText, type Random } from './random';
import type { DemoMember, DemoPerson } from './shape';
import { asides } from './texts/asides';
import { type BankLanguage, banks } from './texts/banks';
import { englishItem, germanItem, type ItemKey, items } from './texts/nouns';
import { anyTours, past, soon, tours, until } from './texts/places';

/** What one exchange is about: everything in it that must stay the same from message to message. */
export interface Matter {
  rng: Random;
  language: BankLanguage;
  item: ItemKey;
  month: number;
  formal: boolean;
  members: DemoMember[];
  fixed: Map<string, string>;
}

export interface Speaking {
  me?: DemoPerson;
  to?: DemoPerson;
  peer?: DemoPerson;
  member?: DemoMember;
  at?: DemoMember;
}

const firstName = (person?: DemoPerson) => person?.givenName || person?.displayName || '';

function fresh(matter: Matter, name: string): string | undefined {
  const { rng, language } = matter;
  const price = items[matter.item].price;
  switch (name) {
    case 'tour':
      return rng.pick(tours[language][matter.month] ?? anyTours[language]);
    case 'anytour':
      return rng.pick(anyTours[language]);
    case 'past':
      return rng.pick(past[language]);
    case 'order':
      return String(rng.int(31_000, 79_999));
    case 'price':
      return String(price);
    case 'small':
      return String(rng.int(2, 8) * 5);
    case 'n':
      return String(rng.int(100, 9_999));
    case 'n2':
      return String(rng.int(11, 89));
    default:
      return undefined;
  }
}

function term(matter: Matter, name: 'soon' | 'until'): string {
  const { rng, language, fixed } = matter;
  const place = Number(fixed.get('term') ?? rng.int(0, soon[language].length - 1));
  fixed.set('term', String(place));
  return (name === 'soon' ? soon : until)[language][place] ?? '';
}

function named(matter: Matter, who: Speaking, name: string): string | undefined {
  switch (name) {
    case 'me':
      return firstName(who.me);
    case 'fullme':
      return who.me?.displayName ?? '';
    case 'city':
      return who.me?.city ?? 'Zürich';
    case 'name':
      return firstName(who.to);
    case 'fullname':
      return who.to?.displayName ?? '';
    case 'peer':
      return firstName(who.peer);
    case 'member':
      return (who.member ?? matter.rng.pick(matter.members)).name.split(' ')[0];
    case 'at':
      return `@${who.at?.name.split(' ')[0] ?? 'Mira'}`;
    case 'soon':
    case 'until':
      return term(matter, name);
    default:
      return undefined;
  }
}

const kept = new Set(['tour', 'past', 'order', 'price', 'small', 'anytour']);

function situation(matter: Matter, who: Speaking): Situation {
  const slot = (asked: string): string | undefined => {
    const capital = asked.endsWith('!');
    const name = capital ? asked.slice(0, -1) : asked;
    let value = named(matter, who, name) ?? matter.fixed.get(name);
    if (value === undefined) {
      value = (matter.language === 'de' ? germanItem : englishItem)(matter.item, name) ?? fresh(matter, name);
      if (value !== undefined && kept.has(name)) matter.fixed.set(name, value);
    }
    return capital && value ? (value[0] ?? '').toUpperCase() + value.slice(1) : value;
  };
  return { rng: matter.rng, formal: matter.formal, slot };
}

/** One of the templates, spoken by `who` in this matter. */
export function speak(matter: Matter, templates: readonly string[], who: Speaking): string {
  return sentences(expand(matter.rng.pick(templates), situation(matter, who)));
}

export const talkOf = (matter: Matter) => banks[matter.language].talk;

const emojis = ['😅', '🙂', '😊', '🤞', '🏔️', '🙏', '👍', '😬', '⛺', '💚'];

/** How this person writes: Swiss spelling, all small letters, an emoji at the end, hurried dots. */
export function inHand(text: string, person: DemoPerson, rng: Random, network: string): string {
  let out = text;
  if (person.country === 'CH' && person.language === 'de') out = out.replaceAll('ß', 'ss');
  const habit = hashText(person.key) % 100;
  if (network === 'email' || network === 'trustpilot') return out;
  if (habit < 6) out = out.toLowerCase();
  else if (habit < 10) out = out.replace(/\.(?= |$)/, '...');
  else if (habit < 28 && rng.chance(0.45) && !/\p{Extended_Pictographic}/u.test(out))
    out = `${out} ${rng.pick(emojis)}`;
  return out;
}

/** The text with a remark in passing, as somebody of this kind would add it. */
export function withAside(
  text: string,
  rng: Random,
  language: BankLanguage,
  by: DemoPerson | DemoMember,
  to: DemoPerson | undefined,
  note: boolean,
): string {
  const bank = asides[language];
  const member = 'role' in by;
  const slots: Record<string, string> = {
    city: (member ? to?.city : by.city) ?? 'Zürich',
    me: member ? '' : firstName(by),
    member: member ? (by.name.split(' ')[0] ?? '') : '',
    name: firstName(to),
  };
  const say = (list: string[]) => expand(rng.pick(list), { rng, formal: false, slot: (name) => slots[name] });
  if (note) return sentences(text, say(bank.noteAfter));
  if (member) return sentences(text, say(bank.brandAfter));
  return sentences(rng.chance(0.5) ? say(bank.before) : '', text, rng.chance(0.75) ? say(bank.after) : '');
}

/** Remembers what was said lately, so that nobody says the same thing twice in a while. */
export function memory(size: number) {
  const ring = new Int32Array(size);
  const seen = new Map<number, number>();
  let at = 0;
  const remember = (h: number) => {
    const old = ring[at] ?? 0;
    if (old) {
      const left = (seen.get(old) ?? 1) - 1;
      if (left > 0) seen.set(old, left);
      else seen.delete(old);
    }
    ring[at] = h;
    seen.set(h, (seen.get(h) ?? 0) + 1);
    at = (at + 1) % size;
  };
  return {
    /** The first of several tries that was not said lately, else the last one. */
    unheard(make: (attempt: number) => string, tries = 14): string {
      let text = make(0);
      let h = hashText(text) | 0;
      for (let i = 1; i < tries && seen.has(h); i += 1) {
        text = make(i);
        h = hashText(text) | 0;
      }
      remember(h);
      return text;
    },
  };
}

export type Memory = ReturnType<typeof memory>;
