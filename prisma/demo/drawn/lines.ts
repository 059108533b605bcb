import type { ConversationStatus, MessageKind, Priority, Visibility } from '@/kernel/vocabulary';
import type { DemoAttachment } from '../shape';

export interface DrawnLine {
  /** Place in the list of drawn people, or a member's key. */
  by: number | string;
  /** Minutes before now. */
  ago: number;
  text: string;
  /** Place of the line this one answers. */
  to?: number;
  note?: boolean;
  stars?: number;
  language?: string;
  mentions?: string[];
  files?: DemoAttachment[];
}

const HOUR = 60;
const DAY = 24 * HOUR;

export interface Drawn {
  key: string;
  channel: 'facebook' | 'instagram' | 'mastodon' | 'bluesky' | 'whatsapp' | 'email' | 'trustpilot' | 'feed';
  subject: string;
  kind: MessageKind;
  visibility: Visibility;
  tags: string[];
  priority: Priority;
  language: string;
  team?: string;
  assignee?: string;
  status?: ConversationStatus;
  url?: string;
  lines: DrawnLine[];
}

export const drawnLines: Drawn[] = [
  {
    key: 'jonas',
    channel: 'facebook',
    subject: 'Zeltgestänge gebrochen, Tour am Freitag',
    kind: 'post',
    visibility: 'public',
    tags: ['Reparatur'],
    priority: 3,
    language: 'de',
    team: 'werkstatt',
    url: 'https://facebook.example/nordlicht.outdoor/posts/jonas-weber',
    lines: [
      {
        by: 0,
        ago: 42,
        text: 'Kann mir jemand sagen, ob man die Stange der Polaris 2 einzeln bekommt? Meine ist beim Aufbau gebrochen und Freitag gehts auf den Alta Via. @Nordlicht',
        files: [{ name: 'gestaenge.jpg', contentType: 'image/jpeg', size: 1_482_000 }],
      },
      {
        by: 1,
        ago: 23,
        to: 0,
        text: 'Hatte ich auch! Segment 4, 8,5 mm. Mit einer Reparaturhülse kommst du locker über die Tour, passt zur Not auch die vom Vorgängermodell.',
      },
      { by: 2, ago: 10, to: 0, text: 'Und falls du in der Nähe von Zürich bist: Repair Café am Donnerstag.' },
      {
        by: 'lukas',
        ago: 4,
        note: true,
        mentions: ['mira'],
        text: 'Segment 4 liegt im Lager Winterthur, 31 Stück. @Mira gehst du?',
      },
    ],
  },
  {
    key: 'agnieszka',
    channel: 'instagram',
    subject: 'Mention in story',
    kind: 'mention',
    visibility: 'public',
    tags: ['Weitergeben'],
    priority: 1,
    language: 'en',
    team: 'community',
    lines: [
      {
        by: 3,
        ago: 61,
        text: '@nordlicht your repair service saved our Lofoten trip 💚',
        files: [{ name: 'story.jpg', contentType: 'image/jpeg', size: 918_000 }],
      },
    ],
  },
  {
    key: 'thomas',
    channel: 'trustpilot',
    subject: 'Bewertung ★★☆☆☆',
    kind: 'review',
    visibility: 'public',
    tags: ['Bewertung'],
    priority: 3,
    language: 'de',
    team: 'service',
    lines: [
      {
        by: 4,
        ago: 18 * HOUR,
        stars: 2,
        text: 'Zugesagt waren vier Werktage, geworden sind es achtzehn. Auf zwei Mails kam nichts.',
      },
      { by: 4, ago: 3 * HOUR, stars: 2, text: 'Lieferung kam zwei Wochen zu spät, niemand hat geantwortet.' },
    ],
  },
  {
    key: 'lea-noah',
    channel: 'bluesky',
    subject: 'Frage im Thread von Bergliebe',
    kind: 'comment',
    visibility: 'public',
    tags: ['Produktfrage'],
    priority: 1,
    language: 'de',
    team: 'community',
    lines: [
      {
        by: 11,
        ago: 6 * HOUR,
        text: 'Packliste für vier Tage Herbst ist fertig, 8,9 kg mit Essen. Fragt mich alles.',
      },
      { by: 5, ago: 4 * HOUR, to: 0, text: 'Hält der Fjell-Rucksack auch Dauerregen aus? Erfahrungen?' },
      {
        by: 3,
        ago: 3 * HOUR + 30,
        to: 1,
        text: 'Eight hours of sideways rain in Lofoten: lid pocket clammy, everything in the liner dry.',
        language: 'en',
      },
      {
        by: 11,
        ago: 3 * HOUR + 10,
        to: 1,
        text: 'Bei mir genauso. Müllsack innen rein, Hülle daheim lassen, Nähte einmal abdichten.',
      },
    ],
  },
  {
    key: 'baerbel',
    channel: 'email',
    subject: 'Re: Bestellung 48213',
    kind: 'email',
    visibility: 'private',
    tags: ['Versand'],
    priority: 0,
    language: 'de',
    team: 'versand',
    lines: [
      {
        by: 7,
        ago: 4 * DAY,
        text: 'Sehr geehrte Damen und Herren,\n\nmeine Bestellung 48213 steht seit acht Tagen auf „im Verteilzentrum“. Es ist ein Geschenk zum Siebzigsten am Samstag, wissen Sie mehr?\n\nMit freundlichen Grüßen\nBärbel Schröder',
      },
      {
        by: 'mira',
        ago: 4 * DAY - 95,
        to: 0,
        text: 'Guten Tag Bärbel Schröder,\n\ndas Paket ist beim Umladen in Kassel liegen geblieben. Heute ist ein zweites per Express losgegangen, es kommt morgen vor zwölf an. Das erste dürfen Sie einfach zurückgehen lassen.\n\nHerzliche Grüße aus Zürich\nMira Keller',
      },
      { by: 7, ago: DAY + 2 * HOUR, to: 1, text: 'Vielen Dank für die schnelle Hilfe, das Päckchen ist da.' },
    ],
  },
  {
    key: 'emre',
    channel: 'whatsapp',
    subject: 'Größenberatung Kinderschuhe',
    kind: 'direct',
    visibility: 'private',
    tags: ['Größenberatung'],
    priority: 1,
    language: 'de',
    team: 'service',
    lines: [
      { by: 8, ago: DAY + 3 * HOUR + 4, text: 'Servus, eine Frage zu den Troll-Kinderschuhen.' },
      { by: 8, ago: DAY + 3 * HOUR, text: 'Meine Tochter hat Größe 29, fällt das Modell klein aus?' },
    ],
  },
  {
    key: 'huettenblog',
    channel: 'feed',
    subject: 'Neuer Artikel: Biwak im Herbst',
    kind: 'mention',
    visibility: 'public',
    tags: ['Erwähnung'],
    priority: 0,
    language: 'de',
    team: 'community',
    url: 'https://huettenblog.example/biwak-im-herbst',
    lines: [
      {
        by: 9,
        ago: DAY + 5 * HOUR,
        text: '… die Nordlicht-Matte lag im Test vorn, nur das Ventil hat uns bei Minusgraden Nerven gekostet: Mit Handschuhen lässt es sich kaum schließen. Wer das weiß, pumpt vor dem Sonnenuntergang und schläft danach besser als auf allem anderen, was wir ausprobiert haben.',
      },
    ],
  },
  {
    key: 'katharina',
    channel: 'facebook',
    subject: 'Kommentar zu „Repair Café Zürich“',
    kind: 'comment',
    visibility: 'public',
    tags: ['Idee'],
    priority: 1,
    language: 'de',
    team: 'community',
    lines: [
      {
        by: 'mira',
        ago: 7 * DAY,
        text: 'Am Donnerstag ist wieder Repair Café in der Zürcher Binz, 18 bis 21 Uhr. Bringt mit, was klemmt, reißt oder tropft.',
      },
      {
        by: 1,
        ago: 6 * DAY + 4 * HOUR,
        to: 0,
        text: 'Ich komme extra aus Innsbruck, mit zwei Schlafsäcken und einem Kuchen.',
      },
      { by: 10, ago: 6 * DAY, to: 0, text: 'Kommt ihr damit auch nach Bern? Wir wären sicher zu zehnt.' },
    ],
  },
  {
    key: 'ursina',
    channel: 'instagram',
    subject: 'Direktnachricht',
    kind: 'direct',
    visibility: 'private',
    tags: ['Produktfrage'],
    priority: 2,
    language: 'de',
    team: 'service',
    lines: [
      {
        by: 12,
        ago: 7 * HOUR,
        text: 'Hoi zäme, ich leite Jugendlager im Safiental und suche für den Sommer zwölf Matten. Vermietet ihr auch, oder gäbe es gebrauchte aus der Zweiten Hand?',
      },
    ],
  },
  {
    key: 'pawel',
    channel: 'email',
    subject: 'Zip on a 2016 Vinter',
    kind: 'email',
    visibility: 'private',
    tags: ['Reparatur'],
    priority: 2,
    language: 'en',
    team: 'werkstatt',
    lines: [
      {
        by: 13,
        ago: 2 * DAY,
        text: 'Hi,\n\nmy Vinter sleeping bag is from 2016 and the slider has finally given up. Is it worth sending in from Berlin, or can I do it on the kitchen table?\n\nBest,\nPaweł',
      },
      {
        by: 'nadja',
        ago: 2 * DAY - 3 * HOUR,
        to: 0,
        text: 'Hi Paweł,\n\nthe kitchen table will do: it’s a size 5 slider and you only need to unpick two centimetres at the end. I’ll post you one today with a picture guide, free of charge.\n\nNadja, Nordlicht workshop',
      },
      {
        by: 13,
        ago: 8 * HOUR,
        to: 1,
        text: 'Slider arrived, and it works. But now I’ve noticed two baffles without any down at the foot end. Do you refill as well, and what would it cost?',
      },
    ],
  },
  {
    key: 'heidrun',
    channel: 'whatsapp',
    subject: 'Stöcke für meinen Mann',
    kind: 'direct',
    visibility: 'private',
    tags: ['Produktfrage'],
    priority: 1,
    language: 'de',
    team: 'service',
    lines: [
      {
        by: 14,
        ago: 3 * DAY,
        text: 'Grüß Gott, mein Mann hat nach der Hüft-OP wieder angefangen zu gehen. Gibt es die Stokk-Stöcke auch mit dem weichen Griff, den Sie früher hatten? Der neue ist ihm zu hart.',
      },
    ],
  },
];
