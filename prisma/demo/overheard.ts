import type { DemoConversation, DemoMessage, DemoPerson } from './shape';

export interface DemoSearch {
  key: string;
  name: string;
  anyOf: string[];
  noneOf: string[];
}

/** What the demo's brand listens for. */
export const demoSearches: readonly DemoSearch[] = [
  {
    key: 'brand',
    name: 'Nordlicht',
    anyOf: ['nordlicht', 'Nordlicht Outdoor', '#nordlicht'],
    noneOf: ['polarlicht'],
  },
  {
    key: 'repair',
    name: 'Reparieren',
    anyOf: ['#reparierenstattwegwerfen', 'Repair Café', 'jacke flicken'],
    noneOf: [],
  },
  { key: 'english', name: 'Tents', anyOf: ['nordlicht tent', '#bikepacking'], noneOf: ['giveaway'] },
];

/** The rule that silences give-aways. */
export const demoSilenceWords = ['gewinnspiel', 'giveaway', 'rabattcode'];

/** Shared by the two posts of the story that spreads. */
const STORY_LINK = 'https://bergblatt.example/zelt-im-sturm';

interface Heard {
  text: string;
  language: 'de' | 'en';
  minutesAgo: number;
  /** Shares an hour, of the posts that spread. */
  sharesPerHour?: number;
}

const heard: readonly Heard[] = [
  {
    text: `Orkan auf dem Fjell, drei Zelte platt, nur das Nordlicht von 2014 stand noch. Alles aufgeschrieben: ${STORY_LINK}`,
    language: 'de',
    minutesAgo: 250,
    sharesPerHour: 21,
  },
  {
    text: `Das müsst ihr lesen, mein altes Nordlicht-Zelt ist berühmt ${STORY_LINK}`,
    language: 'de',
    minutesAgo: 190,
    sharesPerHour: 16,
  },
  {
    text: 'Kennt jemand einen, der eine Nordlicht-Jacke flickt? Reißverschluss, Raum Leipzig.',
    language: 'de',
    minutesAgo: 38,
  },
  {
    text: 'Repair Café am Samstag: Wir zeigen, wie man Daunen nachfüllt. #reparierenstattwegwerfen',
    language: 'de',
    minutesAgo: 95,
  },
  {
    text: 'My nordlicht tent survived a week of #bikepacking in Scotland. Not a drop inside.',
    language: 'en',
    minutesAgo: 160,
  },
  {
    text: 'Nordlicht oder doch die Schweden? Suche was fürs Winterzelten, gern ehrlich.',
    language: 'de',
    minutesAgo: 320,
  },
  {
    text: 'Schade, dass Nordlicht die alten Heringe nicht mehr einzeln verkauft.',
    language: 'de',
    minutesAgo: 540,
  },
  {
    text: 'Three nights at minus twelve, the nordlicht bag is warmer than its label says.',
    language: 'en',
    minutesAgo: 900,
  },
  {
    text: 'GEWINNSPIEL! Nordlicht-Rucksack zu gewinnen, folgen und teilen!!!',
    language: 'de',
    minutesAgo: 130,
  },
  {
    text: 'Rabattcode NORD20 für alles von Nordlicht, nur heute, Link im Profil',
    language: 'de',
    minutesAgo: 420,
  },
];

export interface OverheardPost {
  conversation: DemoConversation;
  message: DemoMessage;
  sharesPerHour: number;
}

/** Mentions nobody addressed to the brand, each by another of these people; the newest minutes before `now`. */
export function overheardPosts(
  people: readonly DemoPerson[],
  channelKey: string,
  now: Date,
): OverheardPost[] {
  return heard.flatMap(({ text, language, minutesAgo, sharesPerHour = 0 }, at) => {
    const author = people[at % people.length];
    if (!author) return [];
    const sentAt = new Date(now.getTime() - minutesAgo * 60_000);
    const externalId = `https://alpin.social/overheard/${at}`;
    const isNoise = demoSilenceWords.some((word) => text.toLowerCase().includes(word));
    const message: DemoMessage = {
      externalId,
      authorKey: author.key,
      direction: 'inbound',
      kind: 'post',
      visibility: 'public',
      text,
      language,
      sentAt,
      attachments: [],
    };
    const conversation: DemoConversation = {
      key: `overheard${at}`,
      channelKey,
      externalId,
      url: externalId,
      kind: 'mention',
      visibility: 'public',
      status: isNoise ? 'silenced' : 'overheard',
      priority: 0,
      tagNames: [],
      startedAt: sentAt,
      language,
      messages: [message],
    };
    return [{ conversation, message, sharesPerHour }];
  });
}
