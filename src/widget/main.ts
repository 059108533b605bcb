import type { VisitorSession } from '@/kernel/visitor-chat';
import { startChat } from './chat';
import { awaken } from './live';
import { openMemory } from './memory';
import { Refused, type Server, serverAt } from './server';
import { chooseLanguage } from './words';

const FIRST_MS = 2000;
const MOST_TRIES = 6;

/** Begins where the script stands; a page that may not show the chat shows nothing. */
async function begin(script: HTMLScriptElement): Promise<void> {
  if (document.querySelector('rapport-chat')) return;
  const base = new URL('.', script.src).href;
  const memory = openMemory(`rapport-chat:${base}`);
  const server = serverAt(base);
  const session = await openSession(server, memory.read().token);
  if (!session) return;
  const language = chooseLanguage(document.documentElement.lang, navigator.language);
  startChat({ session, server, memory, language });
}

/** Null where the server says no, or cannot be reached for a while. */
async function openSession(server: Server, token: string | undefined): Promise<VisitorSession | null> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    try {
      return await server.session(token);
    } catch (error) {
      if (error instanceof Refused && error.status < 500 && error.status !== 429) return null;
      await awaken(FIRST_MS * 2 ** tries);
    }
  }
  return null;
}

// Known while the script itself runs, and only then.
const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  if (document.body) void begin(script);
  else addEventListener('DOMContentLoaded', () => void begin(script), { once: true });
}
