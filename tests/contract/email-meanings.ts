import { expect } from 'vitest';

/** What each mail in `mails/` means, written by hand: what is named must be so, what is `undefined` must be absent. */
export const meanings: Record<string, object> = {
  'thunderbird-german-reply': message({
    externalId: '<6f0a2c1e-9d1b-4c55-8a0f-2f1f6c0a77aa@kunde.example>',
    conversation: { externalId: '<root-1@kunde.example>', subject: 'Zelt mit Loch' },
    replyToExternalId: '<0198aa@nordlicht.example>',
    author: { externalId: 'jonas.weber@kunde.example', name: 'Jonas Weber' },
    text: 'Hallo Mira,\n\nvielen Dank, das Ersatzgestänge ist schon da!\n\nGrüße\nJonas',
    quotedText:
      'Am 02.11.26 um 10:12 schrieb Mira via Nordlicht:\n> Hallo Jonas,\n>\n> wir schicken Ihnen Ersatz.\n>\n>> Mein Zelt hat ein Loch.',
    sentAt: new Date('2026-11-02T10:02:31Z'),
  }),
  'gmail-german-reply': message({
    conversation: { externalId: '<root-2@mail.gmail.com>', subject: 'Rücksendung' },
    author: { externalId: 'soeren.mueller@gmail.example', name: 'Sören Müller' },
    text: 'Ja, gerne den Umtausch in Größe L.',
    quotedText:
      'Am Mo., 2. Nov. 2026 um 16:40\u202fUhr schrieb Mira via Nordlicht <\nhallo@nordlicht.example>:\n\n> Möchten Sie umtauschen oder zurückgeben?\n>\n> --\n> Mira',
  }),
  'gmail-english-reply': message({
    conversation: { externalId: '<root-3@mail.gmail.com>', subject: 'Where is my order?' },
    text: 'It arrived this morning, thanks!',
    quotedText:
      'On Mon, Nov 2, 2026 at 10:12 AM Mira via Nordlicht <hallo@nordlicht.example>\nwrote:\n\n> It left our warehouse on Friday.',
  }),
  'outlook-german-reply': message({
    conversation: { externalId: '<root-4@firma.example>', subject: 'Angebot 50 Jacken' },
    replyToExternalId: '<0198ac@nordlicht.example>',
    author: { name: 'Schmidt, Petra' },
    text: 'Guten Tag,\n\nwir nehmen das Angebot an. Für die Rechnung bitte die neue Adresse.\n\nMit freundlichen Grüßen\nPetra Schmidt',
    quotedText:
      'Von: Mira via Nordlicht <hallo@nordlicht.example>\nGesendet: Dienstag, 3. November 2026 17:05\nAn: Schmidt, Petra <petra.schmidt@firma.example>\nBetreff: Re: Angebot 50 Jacken\n\nGern machen wir Ihnen ein Angebot.',
  }),
  'outlook-english-html': message({
    conversation: { externalId: '<root-5@firm.example>', subject: 'Invoice 4711' },
    text: 'Paid today.\n\nSam',
    quotedText: expect.stringMatching(
      /^-+\n\nFrom: Mira via Nordlicht[\s\S]*\n\nThe invoice is still open\.$/,
    ),
  }),
  'outlook-original-message': message({
    conversation: { externalId: '<katalog-1@nordlicht.example>', subject: 'Katalog' },
    text: 'Bitte an die neue Adresse – danke.',
    quotedText: '-----Ursprüngliche Nachricht-----\nVon: Nordlicht\nWohin dürfen wir den Katalog schicken?',
  }),
  'apple-mail-reply': message({
    conversation: { externalId: '<root-6@icloud.example>', subject: 'Rabattcode' },
    text: 'Klappt jetzt.',
    quotedText:
      '> Am 04.11.2026 um 18:00 schrieb Mira via Nordlicht <hallo@nordlicht.example>:\n>\n> Bitte versuchen Sie es noch einmal.',
  }),
  // Between the lines, the lines are needed to understand it.
  'answered-between': message({
    text: 'Am 04.11.26 um 18:00 schrieb Mira:\n> Welche Farbe?\nBlau.\n> Welche Größe?\nM.',
    quotedText: undefined,
  }),
  'below-the-quote': message({
    text: 'Blau, bitte.',
    quotedText: 'Am 04.11.26 um 18:00 schrieb Mira:\n> Welche Farbe?',
  }),
  'html-only': message({
    conversation: { externalId: '<html-only@kunde.example>', subject: 'Frage zu Größen' },
    text: 'Fällt die Jacke groß aus?\nSiehe hier [https://nordlicht.example/jacke]',
    replyToExternalId: undefined,
  }),
  'latin1-new': message({
    conversation: { externalId: '<latin1@kunde.example>', subject: 'Löcher im Zelt' },
    author: { externalId: 'joerg@kunde.example', name: 'Jörg Groß' },
    text: 'Schöne Grüße aus Köln, das Zelt hat Löcher.',
  }),
  // The one-pixel logo of the signature is left out, the picture in the text is not.
  attachments: message({
    text: 'Siehe Foto.',
    author: { externalId: 'anna@kunde.example' },
    answerTo: 'anna@privat.example',
    attachments: [
      { name: 'bildschirm.png', contentType: 'image/png', size: 6152, fileKey: '<photo@kunde.example>/0' },
      {
        name: 'Rechnung März.pdf',
        contentType: 'application/pdf',
        size: 15,
        fileKey: '<photo@kunde.example>/1',
      },
    ],
  }),
  // A form is a machine that writes for a person.
  'contact-form': message({
    text: 'Wann öffnet der Laden?',
    author: { externalId: 'max@kunde.example', name: 'Max Beier' },
    answerTo: 'max@kunde.example',
  }),
  // The brand's own site writes from the brand's own address, for a customer.
  'own-site-form': message({
    text: 'Gibt es das Zelt auch in Rot?',
    author: { externalId: 'eva@kunde.example', name: 'Eva Lang' },
    answerTo: 'eva@kunde.example',
    isOwn: false,
  }),
  'own-group': message({ text: 'Haben Sie sonntags offen?', author: { externalId: 'tim@kunde.example' } }),
  'own-elsewhere': message({
    conversation: { externalId: '<root-1@kunde.example>' },
    text: 'Vom Telefon: gern!',
    isOwn: true,
    answerTo: undefined,
  }),
  'subject-only': message({
    text: 'Bitte um Rückruf 0123',
    author: { externalId: 'kurz@kunde.example', name: 'kurz' },
  }),
  'no-id-no-date': message({
    externalId: '<016aad8f9611e5cb96ad8704fd7de788e55f0d6b0b3844bc7b6ec3975adc7690@content>',
    text: 'Ich habe keine Kennung.',
  }),
  'hostile-headers': message({
    conversation: { externalId: '<x@y>', subject: '\ufffd\ufffd\ufffd' },
    author: { externalId: 'evil@kunde.example' },
  }),
  'future-date': message({ text: 'Aus der Zukunft.' }),
  'bounce-unknown': receipt({
    state: 'failed',
    reason: 'recipient_unknown',
    detail: '5.1.1 smtp; 550 5.1.1 <weg@kunde.example>: Recipient address rejected: User unknown',
  }),
  'bounce-full': receipt({ state: 'failed', reason: 'mailbox_full' }),
  'read-receipt': receipt({ state: 'read' }),
  'bounce-delayed': { outcome: 'ignored', reason: 'delivery_delayed' },
  'out-of-office': { outcome: 'ignored', reason: 'auto_reply' },
  'old-autoreply': { outcome: 'ignored', reason: 'auto_reply' },
  'shop-notice': { outcome: 'ignored', reason: 'auto_generated' },
  newsletter: { outcome: 'ignored', reason: 'mailing_list' },
  'own-echo': { outcome: 'ignored', reason: 'own_echo' },
  'no-sender': { outcome: 'refused', reason: 'sender_missing' },
  'endless-parts': { outcome: 'refused', reason: 'mail_unreadable' },
};

function message(parts: object): object {
  return {
    outcome: 'messages',
    events: [{ type: 'created', kind: 'email', visibility: 'private', ...parts }],
  };
}

function receipt(parts: object): object {
  return {
    outcome: 'messages',
    events: [{ type: 'receipt', externalId: '<0198b0@nordlicht.example>', ...parts }],
  };
}
