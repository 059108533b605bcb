import type { Network } from '@/kernel/vocabulary';
import type { ChipTone } from '@/ui/chip';

export interface SampleRow {
  id: string;
  name: string;
  network: Network;
  /** Minutes ago. */
  age: number;
  subject: string;
  preview: string;
  unread: boolean;
  tag?: { text: string; tone: ChipTone };
}

/** The drawings' conversations; content, not interface. */
export const rows: readonly SampleRow[] = [
  {
    id: 'p1',
    name: 'Jonas Weber',
    network: 'facebook',
    age: 42,
    unread: true,
    subject: 'Zeltgestänge gebrochen, Tour am Freitag',
    preview: 'Kann mir jemand sagen, ob die Stange der Polaris 2 einzeln …',
    tag: { text: 'Superfan antwortet', tone: 'attention' },
  },
  {
    id: 'p2',
    name: 'Agnieszka Nowak',
    network: 'instagram',
    age: 61,
    unread: false,
    subject: 'Mention in story',
    preview: '@nordlicht your repair service saved our Lofoten trip 💚',
    tag: { text: 'Weitergeben', tone: 'plain' },
  },
  {
    id: 'p3',
    name: 'Thomas Baumann',
    network: 'trustpilot',
    age: 185,
    unread: true,
    subject: 'Bewertung',
    preview: 'Lieferung kam zwei Wochen zu spät, niemand hat geantwortet.',
    tag: { text: 'Öffentlich · 18 h offen', tone: 'attention' },
  },
  {
    id: 'p4',
    name: 'Lea & Noah',
    network: 'bluesky',
    age: 243,
    unread: false,
    subject: 'Frage im Thread von Bergliebe',
    preview: 'Hält der Fjell-Rucksack auch Dauerregen aus? Erfahrungen?',
    tag: { text: '2 Antworten von Kunden', tone: 'plain' },
  },
  {
    id: 'p5',
    name: 'Søren Lindqvist',
    network: 'mastodon',
    age: 302,
    unread: true,
    subject: 'Boosted by 41',
    preview: 'Why I stopped buying new jackets: a thread about waxing …',
    tag: { text: 'Verbreitet sich ×9', tone: 'warn' },
  },
  {
    id: 'p6',
    name: 'Bärbel Schröder',
    network: 'email',
    age: 1400,
    unread: false,
    subject: 'Re: Bestellung 48213',
    preview: 'Vielen Dank für die schnelle Hilfe, das Päckchen ist da.',
  },
  {
    id: 'p7',
    name: 'Emre Yılmaz',
    network: 'whatsapp',
    age: 1600,
    unread: false,
    subject: 'Größenberatung Kinderschuhe',
    preview: 'Meine Tochter hat Größe 29, fällt das Modell klein aus?',
  },
  {
    id: 'p8',
    name: 'Hüttenblog',
    network: 'feed',
    age: 1900,
    unread: false,
    subject: 'Neuer Artikel: Biwak im Herbst',
    preview: '… die Nordlicht-Matte lag im Test vorn, nur das Ventil …',
    tag: { text: 'Erwähnung', tone: 'plain' },
  },
];
