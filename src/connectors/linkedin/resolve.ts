import type { Connector } from '../contract';
import { isRecord, readJson } from '../contract/read-json';
import { callLinkedin } from './api-call';
import { encodeUrn, fetchedComment, urn } from './schema';

const WITH_WORDS = new Set(['COMMENT', 'ADMIN_COMMENT', 'COMMENT_EDIT']);
const MAX_FETCHES = 20;

/** Notifications may name a comment without its words: those are asked for and put where they belong. */
export function createLinkedinResolve(baseUrl: string): NonNullable<Connector['resolveInbound']> {
  return async (body, channel, outbound, now) => {
    const json = readJson(body);
    if (!isRecord(json) || !Array.isArray(json.notifications)) return { outcome: 'resolved', body };
    const bare = json.notifications.filter(isWithoutWords).slice(0, MAX_FETCHES);
    let isChanged = false;
    for (const notification of bare) {
      const [, post, id] = /^urn:li:comment:\((urn:li:[\w:]+),(\d+)\)$/.exec(nameOf(notification)) ?? [];
      if (post === undefined) continue;
      const path = `socialActions/${encodeUrn(post)}/comments/${id}`;
      const answer = await callLinkedin(baseUrl, { method: 'GET', path }, channel, outbound, now);
      // Gone meanwhile: its deletion follows, or came before.
      if (answer.outcome === 'failed' && answer.reason === 'thread_gone') continue;
      if (answer.outcome !== 'answered') return answer;
      const found = fetchedComment.safeParse(answer.json).data;
      if (!found) continue;
      const { actor: owner, message, parentComment } = found;
      notification.decoratedGeneratedActivity = { comment: { owner, text: message.text, parentComment } };
      isChanged = true;
    }
    return { outcome: 'resolved', body: isChanged ? Buffer.from(JSON.stringify(json)) : body };
  };
}

function isWithoutWords(value: unknown): value is Record<string, unknown> {
  if (!isRecord(value) || !WITH_WORDS.has(String(value.action))) return false;
  const decorated = isRecord(value.decoratedGeneratedActivity)
    ? value.decoratedGeneratedActivity.comment
    : null;
  return !isRecord(decorated) || (decorated.text == null && decorated.message == null);
}

function nameOf(notification: Record<string, unknown>): string {
  return urn.safeParse(notification.generatedActivity).data ?? '';
}
