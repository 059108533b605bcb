import type { VisitorPage, VisitorPost, VisitorSession } from '@/kernel/visitor-chat';

/** An answer that says no. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

export interface Server {
  session(token: string | undefined): Promise<VisitorSession>;
  post(token: string, post: VisitorPost): Promise<void>;
  history(token: string): Promise<VisitorPage>;
  /** Resolves when the stream ends. Throws where it could not begin, broke or fell silent. */
  stream(token: string, onPage: (page: VisitorPage) => void, signal: AbortSignal): Promise<void>;
}

const ANSWER_MS = 20_000;
/** The server says something each 15 s; milliseconds after which a silent stream is a broken one. */
const SILENCE_MS = 40_000;
/** A proxy that holds the stream back shows at its beginning. */
const BEGINNING_MS = 10_000;

/** The doors of one channel. @param base ends with a slash */
export function serverAt(base: string): Server {
  async function ask(path: string, token: string | undefined, init: RequestInit): Promise<Response> {
    const headers = {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(init.body !== undefined && { 'content-type': 'application/json' }),
    };
    const response = await fetch(base + path, { ...init, headers, credentials: 'omit', cache: 'no-store' });
    if (!response.ok) throw new Refused(response.status);
    return response;
  }
  const inTime = () => AbortSignal.timeout(ANSWER_MS);
  const posted = (value: unknown) => ({
    method: 'POST',
    body: JSON.stringify(value),
    signal: inTime(),
  });
  return {
    session: async (token) => (await ask('session', undefined, posted({ token }))).json(),
    post: async (token, post) => void (await ask('messages', token, posted(post))),
    history: async (token) => (await ask('messages', token, { signal: inTime() })).json(),
    stream: (token, onPage, signal) =>
      readStream((own) => ask('events', token, { signal: own }), onPage, signal),
  };
}

async function readStream(
  begin: (signal: AbortSignal) => Promise<Response>,
  onPage: (page: VisitorPage) => void,
  signal: AbortSignal,
): Promise<void> {
  const abort = new AbortController();
  const stop = () => abort.abort();
  signal.addEventListener('abort', stop);
  let watchdog = setTimeout(stop, BEGINNING_MS);
  try {
    const reader = (await begin(abort.signal)).body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done) return;
      clearTimeout(watchdog);
      watchdog = setTimeout(stop, SILENCE_MS);
      const frames = (text + value).split('\n\n');
      text = frames.pop() ?? '';
      for (const frame of frames) {
        const data = /^event: page\ndata: (.*)$/s.exec(frame)?.[1];
        if (data) onPage(JSON.parse(data) as VisitorPage);
      }
    }
  } finally {
    clearTimeout(watchdog);
    signal.removeEventListener('abort', stop);
  }
}
