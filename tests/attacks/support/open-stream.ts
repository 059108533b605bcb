import { openStream } from '@/entry/stream';
import { sessionCookie } from '@/platform/auth/session-cookie';
import { openSession } from '@/platform/auth/sessions';
import type { MemberContext } from '@/platform/context/context';

export async function cookieOf({ actor }: MemberContext): Promise<{ cookie: string; sessionId: string }> {
  const sessionId = await openSession(actor.userId, null);
  const { name, value } = await sessionCookie({ sessionId, userId: actor.userId });
  return { cookie: `${name}=${value}`, sessionId };
}

export interface OpenStream {
  status: number;
  /** Everything that has come so far. */
  text(): string;
  /** Resolves when the server has ended it. */
  ended: Promise<void>;
  leave(): void;
}

export async function streamAs(cookie: string | null, slug: string): Promise<OpenStream> {
  const abort = new AbortController();
  const headers: HeadersInit = cookie === null ? {} : { cookie };
  const address = `http://localhost/api/stream?workspace=${slug}`;
  const response = await openStream(new Request(address, { headers, signal: abort.signal }));
  let text = '';
  const decoder = new TextDecoder();
  const ended = (async () => {
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
  })();
  return { status: response.status, text: () => text, ended, leave: () => abort.abort() };
}
