import type { Connector } from '../contract';
import { createBotCall } from './bot-call';
import { createTelegramCheck } from './check';
import { createTelegramResolve } from './fetch-files';
import { telegramManifest } from './manifest';
import { parseTelegramUpdate } from './parse';
import { createTelegramPoll } from './poll';
import { createTelegramReact, createTelegramSend } from './send';
import { verifyTelegramToken } from './signature';

/** A bot: its private chats, the groups it is in, and the channels it is an admin of. */
export function createTelegramConnector(options: { telegramBaseUrl: string }): Connector {
  const callBot = createBotCall(options.telegramBaseUrl);
  const fileBase = `${options.telegramBaseUrl.replace(/\/+$/, '')}/file`;
  return {
    manifest: telegramManifest,
    verifySignature: verifyTelegramToken,
    parseInbound: parseTelegramUpdate,
    resolveInbound: createTelegramResolve(callBot, fileBase),
    poll: createTelegramPoll(callBot, fileBase),
    send: createTelegramSend(callBot),
    react: createTelegramReact(callBot),
    check: createTelegramCheck(callBot),
  };
}
