import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execute } from '@/entry/execute';
import { weekdays } from '@/kernel/business-hours';
import { createChannel } from '@/modules/channels/use-cases/create-channel';
import { sql } from '@/platform/db/sql';
import { aWorkplace, type Workplace } from './workplace';

export interface Shop extends Workplace {
  /** The brand's own site, of another origin than the application. */
  url: string;
  chatId: string;
  close(): void;
}

/** A workspace with a website chat, and the site it stands on; `isAllowed` false: the channel does not know that site. */
export async function aShop({ isAllowed = true, isOpen = true } = {}): Promise<Shop> {
  const place = await aWorkplace();
  await setOpen(place, isOpen);
  let chatId = '';
  const server = createServer((request, response) => {
    const language = new URL(request.url ?? '/', 'http://shop').searchParams.get('lang') ?? 'de';
    response.setHeader('content-security-policy', policy(process.env.PUBLIC_URL ?? ''));
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pageOf(chatId, language));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const settings = {
    allowedOrigins: isAllowed ? url : 'https://elsewhere.example',
    title: 'Nordlicht',
    privacyUrl: `${url}/datenschutz`,
    greetingDe: 'Moin! Worum geht es?',
  };
  const input = { connector: 'chat', name: 'Website', settings };
  chatId = (await execute(createChannel, place.admin, input)).id;
  return { ...place, url, chatId, close: () => void server.close() };
}

/** Around the clock, or closed for days on end. */
async function setOpen({ workspace }: Workplace, isOpen: boolean): Promise<void> {
  const hours = Object.fromEntries(weekdays.map((day) => [day, [['00:00', '24:00']]]));
  const around = [-1, 0, 1].map((days) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
  );
  const holidays = isOpen ? [] : around;
  await workspace.db.query(sql`
    UPDATE workspaces SET business_hours = ${JSON.stringify(hours)}::jsonb, holidays = ${JSON.stringify(holidays)}::jsonb
    WHERE id = ${workspace.id}::uuid`);
}

/** As strict as a site may be, and with styles of its own that would like to have everything. */
function policy(app: string): string {
  return `default-src 'none'; script-src ${app}; connect-src ${app}; style-src 'nonce-own'; base-uri 'none'`;
}

function pageOf(chatId: string, language: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Zelte</title>
<meta name="viewport" content="width=device-width">
<style nonce="own">* { font-size: 41px !important; color: #ff00ff !important } button, section { display: none !important }</style></head>
<body><main><h1>Zelte</h1></main>
<script src="${process.env.PUBLIC_URL}/api/chat/${chatId}/widget.js" async></script></body></html>`;
}
