import type { DemoClock } from '../clock';
import type { Crowd } from '../crowd';
import { personKey } from '../people';
import { random } from '../random';
import type { DemoConversation, DemoMessage, DemoPerson } from '../shape';
import { messageId } from '../thread';

const MINUTE = 60_000;

/** What Søren wrote; the first line is drawn, the rest follows it. */
const post =
  'Why I stopped buying new jackets: a thread about waxing. Mine is from @nordlicht, eleven winters old, and beads better today than in the shop. It took an evening, a bar of wax and a hairdryer. Here is what I learned, mistakes included.';

const boosts = [
  'This. {ten}',
  'Everyone I hike with needs to read this.',
  'Passing this on to the whole section.',
  'Das muss in unsere Alpenvereinsgruppe.',
  'Weitergegeben, weil es stimmt.',
  'Elf Winter! Meine Jacke ist vier und ich wollte schon eine neue.',
  'Reading this next to a bin bag full of “old” jackets. Bag stays.',
  'Für alle, die mich immer nach dem Wachs fragen.',
  'Ein Abend, ein Stück Wachs, ein Föhn. Mehr Werbung braucht Reparieren nicht.',
  'My dad has been preaching this for thirty years. Sorry, dad.',
  'Bitte lesen, dann erst kaufen.',
  'Sharing for the mistakes alone.',
  'Genau deshalb mag ich dieses Netz.',
  'Bookmarked, boosted, bought a bar of wax.',
  'So ein guter Faden, ganz ohne Moral.',
  'Who else is doing this on Sunday? Let’s compare jackets.',
  'Hab es gestern ausprobiert: perlt.',
  'From the UK, where it rains sideways: he’s right.',
  'Teilen statt neu kaufen, im doppelten Sinn.',
  'This convinced my partner, which I had not managed in six years.',
  'Wir machen daraus einen Abend im Vereinsheim.',
  'Nach diesem Faden steht jetzt ein Föhn im Keller.',
  'My jacket is nine. We’ll make it to eleven.',
  'Hab den Teil mit den Fehlern zweimal gelesen, alle schon gemacht.',
  'Reading this in a wet tent in the Cairngorms. Point taken.',
  'Weiter an alle aus der Hüttencrew.',
  'For the friend who says wax is witchcraft.',
  'Das hier schlägt jede Produktseite.',
  'Could this please be taught at school.',
  'Endlich schreibt das jemand auf.',
  'Passing on from a friend: the hairdryer bit is gold.',
  'Meine Oma: „Sag ich doch.“',
  'Shared with the whole climbing gym.',
  'Zwei Jacken gerettet, danke fürs Weiterreichen.',
  'I was about to press “buy”. I closed the tab.',
  'Für später, für den ersten Schneetag.',
  'One bar of wax, three jackets, happy family.',
  'Von einer Freundin bekommen, an den Nächsten weiter.',
  'Not my usual topic, but this is lovely.',
  'Kommt in den Vereinsrundbrief.',
  'Reposting for everyone who asked about my shoulders wetting out.',
];

interface Share {
  message: DemoMessage;
  generation: number;
}

const key = 'drawn-soren';

function message(
  n: number,
  author: DemoPerson | string,
  text: string,
  at: number,
  language: string,
): DemoMessage {
  return {
    externalId: messageId('mastodon', key, n),
    authorKey: typeof author === 'string' ? author : author.key,
    direction: 'inbound',
    kind: n === 1 ? 'post' : 'mention',
    visibility: 'public',
    text,
    language,
    sentAt: new Date(at),
    attachments:
      n === 1 ? [{ name: 'jacket_eleven_winters.jpg', contentType: 'image/jpeg', size: 2_211_000 }] : [],
  };
}

/** Søren's thread: 41 people pass it on over five generations within five hours, each from somebody they know. */
export function cascade(seed: string, crowd: Crowd, clock: DemoClock): DemoConversation {
  const rng = random(seed, 'cascade');
  const start = clock.now - 300 * MINUTE;
  const shares: Share[] = [{ message: message(1, personKey(6), post, start, 'en'), generation: 0 }];
  const taken = new Set([personKey(6)]);
  while (shares.length < 42) {
    // The circle passes it on first; from the third generation on it has left it.
    const from = shares.length < 4 ? shares[0] : rng.pick(shares.filter((s) => s.generation < 5).slice(-14));
    if (!from) break;
    const index = from.generation < 2 ? rng.int(110, 189) : rng.int(420, Math.min(crowd.size, 2000) - 1);
    const person = shares.length === 2 ? crowd.at(1) : crowd.at(index);
    if (taken.has(person.key) || !person.identities.some((known) => known.network === 'mastodon')) continue;
    taken.add(person.key);
    const words = boosts[(shares.length - 1) % boosts.length] ?? '';
    const german = /[äöüß]|\b(das|und|alle|mehr|wir|ein|hab|teilen)\b/i.test(words);
    const text =
      shares.length <= boosts.length
        ? words.replace('{ten}', 'Ten times this.')
        : `RE: ${post.slice(0, 56)}… (via ${crowd.at(Number(from.message.authorKey?.slice(1))).displayName})`;
    const at = Math.min(
      Math.max(
        from.message.sentAt.getTime() + rng.skewed(28, 0.7) * MINUTE,
        start + shares.length * 3 * MINUTE,
      ),
      clock.now - (45 - shares.length) * MINUTE,
    );
    const shared = message(
      shares.length + 1,
      person,
      text,
      at,
      shares.length <= boosts.length && german ? 'de' : 'en',
    );
    shared.replyToExternalId = from.message.externalId;
    shared.sharesExternalId = from.message.externalId;
    shares.push({ message: shared, generation: from.generation + 1 });
  }
  const messages = shares.map((s) => s.message).sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime());
  return framedThread(messages, start);
}

function framedThread(messages: DemoMessage[], start: number): DemoConversation {
  return {
    key,
    channelKey: 'mastodon',
    externalId: key,
    subject: 'Boosted by 41',
    url: 'https://fell.example/@soren/113402',
    kind: 'post',
    visibility: 'public',
    status: 'open',
    priority: 3,
    assigneeKey: 'mira',
    teamKey: 'community',
    tagNames: ['Verbreitet sich'],
    startedAt: new Date(start),
    language: 'en',
    messages,
  };
}
