import type { DemoChannel, DemoWorkspaceHead } from './shape';

const channels: DemoChannel[] = [
  { key: 'facebook', name: 'Nordlicht auf Facebook', network: 'facebook', expectationMinutes: 60, isPublic: true, handle: 'nordlicht.outdoor', url: 'https://facebook.example/nordlicht.outdoor' },
  { key: 'instagram', name: '@nordlicht', network: 'instagram', expectationMinutes: 120, isPublic: true, handle: 'nordlicht', url: 'https://instagram.example/nordlicht' },
  { key: 'mastodon', name: '@nordlicht@alpin.social', network: 'mastodon', expectationMinutes: 240, isPublic: true, handle: '@nordlicht@alpin.social', url: 'https://alpin.social/@nordlicht' },
  { key: 'bluesky', name: 'nordlicht.example', network: 'bluesky', expectationMinutes: 240, isPublic: true, handle: 'nordlicht.example', url: 'https://bsky.example/profile/nordlicht.example' },
  { key: 'whatsapp', name: 'WhatsApp Beratung', network: 'whatsapp', expectationMinutes: 30, isPublic: false, handle: '+41 44 000 00 55' },
  { key: 'email', name: 'service@nordlicht.example', network: 'email', expectationMinutes: 1440, isPublic: false, handle: 'service@nordlicht.example' },
  { key: 'trustpilot', name: 'Trustpilot', network: 'trustpilot', expectationMinutes: 1080, isPublic: true, handle: 'nordlicht.example', url: 'https://trustpilot.example/review/nordlicht.example' },
  { key: 'feed', name: 'Erwähnungen im Netz', network: 'feed', expectationMinutes: 2880, isPublic: true, handle: 'nordlicht' },
];

/** The brand's side of the demo: who works there, where it listens, what it has at hand. */
export const nordlichtHead: DemoWorkspaceHead = {
  slug: 'nordlicht',
  name: 'Nordlicht',
  locale: 'de',
  timeZone: 'Europe/Zurich',
  members: [
    { key: 'mira', name: 'Mira Keller', email: 'mira@nordlicht.example', role: 'marketer', teamKeys: ['service', 'community'], locale: 'de' },
    { key: 'lukas', name: 'Lukas Brunner', email: 'lukas@nordlicht.example', role: 'marketer', teamKeys: ['werkstatt', 'service'], locale: 'de' },
    { key: 'nadja', name: 'Nadja Petrović', email: 'nadja@nordlicht.example', role: 'marketer', teamKeys: ['werkstatt'], locale: 'de' },
    { key: 'tobias', name: 'Tobias Ammann', email: 'tobias@nordlicht.example', role: 'marketer', teamKeys: ['versand'], locale: 'de' },
    { key: 'claire', name: 'Claire Whitfield', email: 'claire@nordlicht.example', role: 'marketer', teamKeys: ['service', 'community'], locale: 'en' },
    { key: 'daniel', name: 'Daniel Hofer', email: 'daniel@nordlicht.example', role: 'manager', teamKeys: ['service'], locale: 'de' },
    { key: 'sabine', name: 'Sabine Oberholzer', email: 'sabine@nordlicht.example', role: 'admin', teamKeys: [], locale: 'de' },
  ],
  teams: [
    { key: 'service', name: 'Kundenservice' },
    { key: 'werkstatt', name: 'Werkstatt' },
    { key: 'versand', name: 'Versand' },
    { key: 'community', name: 'Community' },
  ],
  channels,
  tags: [
    { name: 'Reparatur', color: 'c1' }, { name: 'Versand', color: 'c2' }, { name: 'Rücksendung', color: 'c2' },
    { name: 'Produktfrage', color: 'c3' }, { name: 'Größenberatung', color: 'c3' }, { name: 'Pflege', color: 'c3' },
    { name: 'Reklamation', color: 'c5' }, { name: 'Bewertung', color: 'c5' }, { name: 'Lob', color: 'c4' },
    { name: 'Idee', color: 'c6' }, { name: 'Weitergeben', color: 'c4' }, { name: 'Erwähnung', color: 'c6' },
    { name: 'Community', color: 'c4' }, { name: 'Repair Café', color: 'c1' }, { name: 'Testklub', color: 'c6' },
    { name: 'Spam', color: 'c5' }, { name: 'Verbreitet sich', color: 'c5' }, { name: 'Fremdsprache', color: 'c2' },
  ],
  savedReplies: [
    { title: 'Ersatzteil: was wir brauchen', locale: 'de', body: 'Hallo {{contact.firstName}}, Ersatzteile gibt es bei uns zehn Jahre. Schick uns bitte ein Foto und die Seriennummer (weißes Etikett innen), dann finden wir das richtige Teil.\n\n{{member.firstName}}' },
    { title: 'Repair Café Zürich', locale: 'de', body: 'Jeden Donnerstag von 18 bis 21 Uhr in der Zürcher Binz, ohne Anmeldung. Bring mit, was klemmt oder reißt, Werkzeug und Ersatzteile sind da.' },
    { title: 'Paket wird gesucht', locale: 'de', body: 'Hallo {{contact.firstName}}, die Nachforschung beim Paketdienst läuft. Unabhängig davon geht heute Ersatz per Express raus.\n\n{{member.name}}' },
    { title: 'Bitte privat schreiben', locale: 'de', body: 'Hallo {{contact.firstName}}, für Adresse und Bestellnummer schreib uns bitte eine Direktnachricht, die gehören nicht in die Kommentare.' },
    { title: 'Spare part: what we need', locale: 'en', body: 'Hi {{contact.firstName}}, we keep spare parts for ten years. Please send a photo and the serial number (white label inside) and we’ll find the right one.\n\n{{member.firstName}}' },
    { title: 'Looking for your parcel', locale: 'en', body: 'Hi {{contact.firstName}}, we’ve asked the courier to investigate. Whatever they find, a replacement leaves today by express.\n\n{{member.name}}' },
  ],
};
