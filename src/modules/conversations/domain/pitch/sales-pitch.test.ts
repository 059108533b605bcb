import { expect, test } from 'vitest';
import { pitchWords } from './sales-pitch';

const complaint = 'Meine Maschine ist kaputt und niemand antwortet.';

test.each([
  'Jetzt kaufen und 20 % Rabatt sichern: https://example.com/shop',
  'Schade! Bestellen Sie jetzt unser Sonderangebot.',
  'Nur heute: 15 % Rabatt auf alles, greifen Sie zu!',
  'Unser revolutionäres Modell ist einzigartig und kostet nur 49 Euro.',
  'Sichern Sie sich jetzt den Rabattcode NEU10!',
  'Tut uns leid. Schauen Sie doch mal in unserem Shop vorbei, tolle Angebote warten!',
  'Solange der Vorrat reicht zum Aktionspreis!',
  'Du wirst es lieben, das ultimative Set. Jetzt bestellen!',
  'Unschlagbarer Preis: für nur 19,99 € gehört sie Ihnen. Nicht verpassen!',
  'Premium-Qualität vom Marktführer, jetzt entdecken.',
  'Kein Problem, mit dem Nachfolger sparen Sie bis zu 100: spare bis zu 100 Euro, jetzt zugreifen!',
  'Sorry to hear that! Shop now and get 20% off.',
  'Our world-class blender is a game changer, you will love it.',
  'Hurry, special offer today only!',
  'Buy now: https://example.com/sale?utm_source=reply',
  'Check out our new collection at an unbeatable price!',
  'Upgrade today for only $9 a month.',
  'Use promo code HELLO and save 30 today. Do not wait, order now!',
  'The number one choice, state-of-the-art and irresistible.',
  "Don't miss our amazing deals: https://example.com/store",
])('a pitch: %s', (reply) => {
  expect(pitchWords(reply, complaint)).not.toEqual([]);
});

test.each([
  'Das tut uns leid. Schicken Sie uns bitte ein Foto, wir ersetzen die Maschine.',
  'Ihr Paket liegt seit heute in der Filiale Hauptstraße 5.',
  'Der Versand kostet 4,90 €, ab 50 Euro ist er frei.',
  'Ihre Rechnung über 49 Euro ist bezahlt.',
  'Den Gutschein können Sie auch im Laden einlösen.',
  'Wir erstatten Ihnen 20 Euro bis Freitag.',
  'Ja, die Ersatzteile finden Sie im Shop: https://example.com/shop/teile',
  'Die Dichtung ist auf Lager; wir schicken sie kostenlos.',
  'Geöffnet ist von 9 bis 18 Uhr, am Samstag bis 14 Uhr.',
  'Die neue Version behebt den Fehler; sie kommt am Dienstag.',
  'Danke für das Lob, das geben wir dem Team weiter!',
  'Sorry about that. Please send us the order number and we will check.',
  'Your refund of $30 was sent this morning.',
  'Shipping takes two to three days and costs £4.',
  'You can return it until 30 May, free of charge.',
  'The store in Leeds is open until 6 pm today.',
  'The voucher is valid online and in the shop.',
  'We found the bug; the fix ships on Tuesday.',
  'Both models use the same filter, part number 4711.',
  'Thanks, we are glad it arrived safely.',
])('a fact: %s', (reply) => {
  expect(pitchWords(reply, complaint)).toEqual([]);
});

test('who asks what it costs is told so without a word', () => {
  const reply = 'Für nur 29 Euro, im Moment 10 % Rabatt: https://example.com/shop';
  expect(pitchWords(reply, 'Was kostet die Mühle?')).toEqual([]);
  expect(pitchWords(reply, complaint)).not.toEqual([]);
});
