import { describe, expect, it } from 'vitest';
import { generateBlau } from '../../prisma/demo/blau';
import { generateNordlicht } from '../../prisma/demo/nordlicht';
import { collect, type DemoMessage } from '../../prisma/demo/shape';

const now = new Date('2026-11-22T10:00:00Z');
const world = collect(generateNordlicht({ seed: 'nordlicht', now, scale: 1 }));
const messages = world.conversations.flatMap((c) => c.messages);
const person = new Map(world.people.map((p) => [p.key, p]));
const spam = new Set(messages.filter((m) => m.authorKey && person.get(m.authorKey)?.traits.spammer));

/** The closest two messages with the same text stand to each other in this order. */
function closestRepeat(list: DemoMessage[]): { distance: number; text: string } {
  const last = new Map<string, number>();
  let closest = { distance: Number.POSITIVE_INFINITY, text: '' };
  list.forEach((message, place) => {
    if (spam.has(message) || message.text.length < 24) return;
    const before = last.get(message.text);
    if (before !== undefined && place - before < closest.distance)
      closest = { distance: place - before, text: message.text };
    last.set(message.text, place);
  });
  return closest;
}

describe('the demo world at scale 1', () => {
  it('has the promised size', () => {
    expect(world.people).toHaveLength(2000);
    expect(world.conversations).toHaveLength(3000);
    expect(messages.length).toBeGreaterThan(14_200);
    expect(messages.length).toBeLessThan(16_000);
    expect(new Set(world.conversations.map((c) => c.channelKey)).size).toBeGreaterThanOrEqual(7);
  });

  it('repeats itself hardly ever', () => {
    const texts = messages.filter((m) => !spam.has(m)).map((m) => m.text);
    expect(new Set(texts).size / texts.length).toBeGreaterThanOrEqual(0.97);
    expect(closestRepeat(messages).distance).toBeGreaterThan(60);
    expect(
      closestRepeat([...messages].sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime())).distance,
    ).toBeGreaterThan(60);
  });

  it('leaves no seams of the grammar', () => {
    const odd = messages.filter((m) => /[{}^|]|\[\w+|undefined| ,|\?\.(?!\.)|,,/.test(m.text));
    expect(odd.map((m) => m.text)).toEqual([]);
    expect(messages.filter((m) => m.text.trim().length < 2)).toEqual([]);
  });

  it('keeps references, time and uniqueness in order', () => {
    expect(new Set(world.people.map((p) => p.key)).size).toBe(2000);
    const identities = world.people.flatMap((p) => p.identities.map((i) => `${i.network} ${i.externalId}`));
    expect(new Set(identities).size).toBe(identities.length);
    expect(new Set(messages.map((m) => m.externalId)).size).toBe(messages.length);
    for (const conversation of world.conversations) {
      const ids = new Set<string>();
      for (const message of conversation.messages) {
        expect(message.sentAt.getTime()).toBeLessThan(now.getTime());
        if (message.replyToExternalId) expect(ids.has(message.replyToExternalId)).toBe(true);
        ids.add(message.externalId);
        const author = message.authorKey ? person.get(message.authorKey) : undefined;
        expect(Boolean(author) || Boolean(message.memberKey)).toBe(true);
      }
    }
  });

  it('lets people write only where they are', () => {
    const astray = world.conversations.flatMap((c) =>
      c.messages.filter(
        (m) => m.authorKey && !person.get(m.authorKey)?.identities.some((i) => i.network === c.channelKey),
      ),
    );
    expect(astray.map((m) => `${m.authorKey} ${m.externalId}`)).toEqual([]);
  });

  it('opens on Mira’s twelve, a hundred open ones, and most of the rest resolved', () => {
    const by = (status: string) => world.conversations.filter((c) => c.status === status);
    expect(by('open').filter((c) => c.assigneeKey === 'mira')).toHaveLength(12);
    expect(by('open').length).toBeGreaterThan(90);
    expect(by('open').length).toBeLessThan(160);
    expect(by('resolved').length).toBeGreaterThan(2600);
    const jonas = world.conversations.find((c) => c.key === 'drawn-jonas');
    expect(jonas?.messages.map((m) => m.text)).toContain(
      'Segment 4 liegt im Lager Winterthur, 31 Stück. @Mira gehst du?',
    );
  });

  it('plants communities, superfans, a spammer, a ring, a cascade and second contacts', () => {
    const count = new Map<string, number>();
    const author = new Map(messages.map((m) => [m.externalId, m.authorKey]));
    const inside = { repair: [0, 0], hiking: [0, 0], testclub: [0, 0], ring: [0, 0] };
    for (const m of messages) {
      if (!m.authorKey) continue;
      count.set(m.authorKey, (count.get(m.authorKey) ?? 0) + 1);
      const circle = person.get(m.authorKey)?.traits.circle;
      const to = m.replyToExternalId ? author.get(m.replyToExternalId) : undefined;
      if (!circle || !m.replyToExternalId || to === m.authorKey) continue;
      inside[circle][1] = (inside[circle][1] ?? 0) + 1;
      if (to && person.get(to)?.traits.circle === circle) inside[circle][0] = (inside[circle][0] ?? 0) + 1;
    }
    const share = (circle: keyof typeof inside) => (inside[circle][0] ?? 0) / (inside[circle][1] || 1);
    expect(share('repair')).toBeGreaterThan(0.4);
    expect(share('hiking')).toBeGreaterThan(0.4);
    expect(share('testclub')).toBeLessThan(0.05);
    expect(share('ring')).toBeGreaterThan(0.9);
    const loudest = [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
    expect(person.get(loudest)?.traits.spammer).toBe(true);
    expect(
      world.conversations.find((c) => c.key === 'drawn-soren')?.messages.filter((m) => m.sharesExternalId),
    ).toHaveLength(41);
    expect(world.people.filter((p) => p.samePersonAs).length).toBeGreaterThan(50);
  });

  it('is the same again, whatever the hour', () => {
    const words = (at: Date) =>
      [...generateNordlicht({ seed: 'nordlicht', now: at, scale: 1 }).people()]
        .flat()
        .map((p) => p.displayName);
    expect(words(new Date('2027-03-28T01:30:00Z'))).toEqual(world.people.map((p) => p.displayName));
    const again = collect(generateNordlicht({ seed: 'nordlicht', now, scale: 1 }));
    expect(again.conversations).toEqual(world.conversations);
  });
});

describe('the second workspace', () => {
  it('is small and shares one login', () => {
    const blau = generateBlau({ seed: 'nordlicht', now });
    expect(blau.people).toHaveLength(60);
    expect(blau.conversations).toHaveLength(90);
    const emails = new Set(world.members.map((m) => m.email));
    expect(blau.members.filter((m) => emails.has(m.email))).toHaveLength(1);
    expect(blau.conversations.every((c) => c.messages.length > 0)).toBe(true);
  });
});

it('gives attributes names that filters can take, in the language of its workspaces', () => {
  const people = [...world.people, ...generateBlau({ seed: 'blau', now }).people];
  const names = new Set(people.flatMap(({ attributes }) => Object.keys(attributes)));
  const known = [
    'ort',
    'land',
    'mailadresse',
    'kundennummer',
    'kunde_seit',
    'bestellungen',
    'umsatz',
    'newsletter',
  ];
  expect([...names].sort()).toEqual([...known, 'interesse', 'abo'].sort());
});
