import { type Answer, type ReceivedRequest, startLocalServer } from './local-server';

export interface TelegramWorld {
  token: string;
  bot: { id: number; first_name: string; username: string };
  /** Chats by id; who blocked the bot, or is not there any more. */
  chats: Readonly<Record<string, 'open' | 'blocked'>>;
  /** Files by id. */
  files: Readonly<Record<string, string>>;
}

export interface TelegramStandIn {
  /** To give as `telegramBaseUrl`. */
  url: string;
  calls: ReceivedRequest[];
  accepted: { method: string; body: Record<string, unknown> }[];
  /** Updates that wait; asking with an offset forgets those before it. */
  updates: { update_id: number; [part: string]: unknown }[];
  state: { hasWebhook: boolean };
  failNext(answer: Answer): void;
  close(): Promise<void>;
}

function refuse(code: number, description: string, parameters?: object): Answer {
  return {
    status: code,
    body: { ok: false, error_code: code, description, ...(parameters && { parameters }) },
  };
}

function fine(result: unknown): Answer {
  return { status: 200, body: { ok: true, result } };
}

/** The text fields of a form, and the name of its file. */
function readForm(body: string): Record<string, unknown> {
  const parts = [
    ...body.matchAll(
      /name="(\w+)"(?:; filename="([^"]*)")?\r\n(?:Content-Type:[^\r]*\r\n)?\r\n([\s\S]*?)\r\n--/g,
    ),
  ];
  return Object.fromEntries(parts.map(([, name, file, value]) => [name, file ?? value]));
}

function bodyOf({ headers, body }: ReceivedRequest): Record<string, unknown> {
  const isForm = headers['content-type']?.startsWith('multipart/form-data');
  return isForm ? readForm(body) : (JSON.parse(body) as Record<string, unknown>);
}

function checkChat(world: TelegramWorld, body: Record<string, unknown>): Answer | null {
  const chat = world.chats[String(body.chat_id)];
  if (chat === undefined) return refuse(400, 'Bad Request: chat not found');
  return chat === 'blocked' ? refuse(403, 'Forbidden: bot was blocked by the user') : null;
}

function checkText(method: string, body: Record<string, unknown>): Answer | null {
  if (method === 'setMessageReaction') return null;
  const [text, limit] =
    method === 'sendMessage' ? [String(body.text ?? ''), 4096] : [String(body.caption ?? ''), 1024];
  if (method === 'sendMessage' && text === '') return refuse(400, 'Bad Request: message text is empty');
  return text.length > limit
    ? refuse(400, `Bad Request: ${limit === 4096 ? 'message is' : 'caption is'} too long`)
    : null;
}

/** A Bot API that refuses what Telegram documents: token, unknown and blocking chats, lengths, asking beside a webhook. */
export async function startTelegram(world: TelegramWorld): Promise<TelegramStandIn> {
  const standIn = {
    calls: [] as ReceivedRequest[],
    accepted: [] as TelegramStandIn['accepted'],
    updates: [] as TelegramStandIn['updates'],
    state: { hasWebhook: false },
  };
  let failing: Answer | null = null;
  const getUpdates = (body: Record<string, unknown>): Answer => {
    if (standIn.state.hasWebhook)
      return refuse(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook");
    const offset = Number(body.offset ?? 0);
    const start =
      offset < 0
        ? Math.max(0, standIn.updates.length + offset)
        : standIn.updates.findIndex((one) => one.update_id >= offset);
    standIn.updates.splice(0, start < 0 ? standIn.updates.length : start);
    return fine(standIn.updates.slice(0, Number(body.limit ?? 100)));
  };
  const server = await startLocalServer((request) => {
    standIn.calls.push(request);
    if (failing !== null) {
      const answer = failing;
      failing = null;
      return answer;
    }
    const [, isFile, token, rest = ''] = /^(\/file)?\/bot([^/]+)\/(.+)$/.exec(request.url) ?? [];
    if (token === undefined || !/^\d+:/.test(token)) return refuse(404, 'Not Found');
    if (token !== world.token) return refuse(401, 'Unauthorized');
    if (isFile) {
      const content = world.files[rest.split('/').at(-1) ?? ''];
      return content === undefined
        ? refuse(404, 'Not Found')
        : { status: 200, headers: { 'content-type': 'image/jpeg' }, body: content };
    }
    const body = bodyOf(request);
    if (rest === 'getMe') return fine({ ...world.bot, is_bot: true });
    if (rest === 'getUpdates') return getUpdates(body);
    if (rest === 'getFile') {
      const id = String(body.file_id);
      return id in world.files
        ? fine({ file_id: id, file_path: `photos/${id}` })
        : refuse(400, 'Bad Request: file is too big');
    }
    const refused = checkChat(world, body) ?? checkText(rest, body);
    if (refused !== null) return refused;
    standIn.accepted.push({ method: rest, body });
    if (rest === 'setMessageReaction') return fine(true);
    return fine({ message_id: 4711, date: 1, chat: { id: Number(body.chat_id), type: 'private' } });
  });
  return { ...standIn, url: server.url, failNext: (answer) => (failing = answer), close: server.close };
}
