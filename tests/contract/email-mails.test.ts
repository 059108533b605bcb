import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailConnector } from '@/connectors/email/connector';
import { splitQuoted } from '@/connectors/email/quoted-text';
import { readMail } from '@/connectors/email/read-mail';
import { mailRecord } from '@/connectors/email/record';
import de from '@/i18n/messages/de/ingest.json';
import { meanings } from './email-meanings';

const folder = 'tests/contract/mails';
const channel = { id: 'channel-1', settings: { address: 'hallo@nordlicht.example' } };
const names = readdirSync(folder).map((file) => file.replace(/\.eml$/, ''));
const bytesOf = (name: string) => readFileSync(`${folder}/${name}.eml`);

async function read(bytes: Uint8Array) {
  const record = (await emailConnector.readRecorded?.(bytes)) ?? bytes;
  return emailConnector.parseInbound(record, channel, new Date());
}

describe('recorded mails', () => {
  it('are all in the table of meanings', () => {
    expect([...names].sort()).toEqual(Object.keys(meanings).sort());
  });

  it.each(names)('%s means what the table says', async (name) => {
    const parsed = await read(bytesOf(name));
    if (parsed.outcome !== 'messages') {
      expect(parsed).toMatchObject(meanings[name] ?? {});
      expect(de).toHaveProperty(parsed.reason);
      return;
    }
    const absent = { quotedText: undefined, answerTo: undefined, replyToExternalId: undefined };
    const events = parsed.events.map((event) => ({ ...absent, ...event }));
    expect({ ...parsed, events }).toMatchObject(meanings[name] ?? {});
  });

  it('never lie in the future, whatever they claim', async () => {
    const receivedAt = new Date('2026-11-02T12:00:00Z');
    const { record } = await readMail(bytesOf('future-date'), { receivedAt, isInSentFolder: false });
    expect(record.sentAt).toBe('2026-11-02T12:00:00.000Z');
  });

  it('are read once: what was stored is taken as it is', async () => {
    const bytes = (await emailConnector.readRecorded?.(bytesOf('attachments'))) ?? new Uint8Array();
    expect(await emailConnector.readRecorded?.(bytes)).toBe(bytes);
  });
});

describe('any bytes', () => {
  const settled = async (bytes: Uint8Array) => {
    const parsed = await read(bytes);
    expect(parsed).not.toMatchObject({ reason: 'invalid_delivery' });
    return parsed;
  };

  it('become a record that is understood, or a reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => void (await settled(bytes))),
      { numRuns: 1000 },
    );
  });

  it('also where they are nearly a mail', async () => {
    const whole = names.map(bytesOf);
    const near = fc
      .tuple(fc.constantFrom(...whole), fc.nat(), fc.uint8Array({ maxLength: 40 }), fc.nat(200))
      .map(([mail, at, insert, cut]) => {
        const start = at % mail.length;
        return Buffer.concat([mail.subarray(0, start), insert, mail.subarray(start + cut)]);
      });
    await fc.assert(
      fc.asyncProperty(near, async (bytes) => void (await settled(bytes))),
      { numRuns: 1000 },
    );
  });

  it('never end the reading: endless headers, parts and HTML', async () => {
    const html = (piece: string) =>
      `From: a@b.example\r\nContent-Type: text/html\r\n\r\n${piece.repeat(1_000_000 / piece.length)}`;
    const hostile = [
      html('<div>'),
      html('<blockquote>'),
      html('<a href="'),
      `To: ${'"a,'.repeat(300_000)}\r\n\r\nx`,
    ];
    for (const text of hostile) {
      const start = performance.now();
      await settled(Buffer.from(text));
      expect(performance.now() - start, text.slice(0, 60)).toBeLessThan(5000);
    }
  });
});

describe('quoted text', () => {
  it('never loses a word', () => {
    const line = fc.constantFrom(
      '> a',
      'b',
      '',
      'Am 1.2. schrieb X:',
      'On 1/2 X wrote:',
      'Von: x',
      'An: y',
      'Betreff: z',
      '_'.repeat(12),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const { text, quoted = '' } = splitQuoted(lines.join('\n'));
        const words = (value: string) =>
          value
            .split('\n')
            .filter((one) => one.trim() !== '')
            .sort();
        expect(words(`${text}\n${quoted}`)).toEqual(words(lines.join('\n')));
        if (lines.some((one) => one !== '')) expect(text).not.toBe('');
      }),
      { numRuns: 10_000 },
    );
  });

  it('takes no sentence for a quotation that only mentions one', () => {
    for (const text of [
      'Am Montag schrieb ich Ihnen bereits: keine Antwort.',
      'On reflection, I wrote to you: nothing.\nBye',
      'Von: Herzen alles Gute\nEure Anna',
    ])
      expect(splitQuoted(text)).toEqual({ text });
  });
});

it('writes records its own reader understands', async () => {
  for (const name of names.filter((one) => one !== 'endless-parts')) {
    const { record } = await readMail(bytesOf(name), { receivedAt: new Date(), isInSentFolder: false });
    expect(mailRecord.safeParse(JSON.parse(JSON.stringify(record))).error).toBeUndefined();
  }
});
