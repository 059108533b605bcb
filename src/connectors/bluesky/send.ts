import { z } from 'zod';
import type { Outbound } from '@/platform/http/outbound';
import type { Connector, OutboundMessage, Refusal, SendOutcome } from '../contract';
import { facetsIn, linksIn } from './facets';
import { readLinkCard } from './link-card';
import { MAX_IMAGE_BYTES, MAX_IMAGES, POST_LIMIT } from './manifest';
import { atUri } from './schema';
import { isRefusal, openSession } from './session';
import { getPosts } from './sources';
import { tidOf } from './tid';
import { type CallXrpc, callerFor } from './xrpc-call';

type Failure = Extract<SendOutcome, { outcome: 'failed' }>;
interface StrongRef {
  uri: string;
  cid: string;
}

const COLLECTION = 'app.bsky.feed.post';
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const written = z.object({ uri: atUri });

function failed(reason: string): Failure {
  return { outcome: 'failed', reason };
}

/** Writes an answer, or a post of its own where it answers nothing. A try after one that came through finds its post. */
export const sendToBluesky: Connector['send'] = async (message, channel, outbound, now) => {
  const unfit = whyUnfit(message);
  if (unfit) return unfit;
  const session = await openSession(channel, outbound, now);
  if (isRefusal(session)) return session;
  const call = callerFor(channel, outbound, now);
  const key = { repo: session.did, collection: COLLECTION, rkey: tidOf(message.id) };
  const earlier = await call({
    method: 'GET',
    nsid: `com.atproto.repo.getRecord?${new URLSearchParams(key)}`,
  });
  if (earlier.outcome === 'answered')
    return { outcome: 'sent', externalId: `at://${key.repo}/${COLLECTION}/${key.rkey}` };
  if (earlier.reason !== 'thread_gone') return earlier;
  const composed = await compose(message, call, outbound, now);
  if ('outcome' in composed) return composed;
  const answer = await call({
    method: 'POST',
    nsid: 'com.atproto.repo.putRecord',
    body: { ...key, record: composed.record },
  });
  if (answer.outcome !== 'answered') return answer;
  const externalId = written.safeParse(answer.json).data?.uri;
  return { outcome: 'sent', ...(externalId && { externalId }), budgets: answer.budgets };
};

function whyUnfit({ text, visibility, kind, attachments }: OutboundMessage): Failure | null {
  if (visibility === 'private' || kind === 'direct') return failed('private_reply_unsupported');
  if ([...segmenter.segment(text)].length > POST_LIMIT) return failed('text_too_long');
  if (attachments.length > MAX_IMAGES) return failed('too_many_attachments');
  const isRefused = attachments.some(
    ({ contentType, size }) => !contentType.startsWith('image/') || size > MAX_IMAGE_BYTES,
  );
  return isRefused ? failed('attachment_refused') : null;
}

async function compose(
  message: OutboundMessage,
  call: CallXrpc,
  outbound: Outbound,
  now: Date,
): Promise<{ record: Record<string, unknown> } | Refusal> {
  const { text, kind, conversation } = message;
  const parent = message.replyToExternalId ?? (kind === 'post' ? undefined : conversation.externalId);
  const reply = parent === undefined ? undefined : await refsOf(parent, call);
  if (reply && 'outcome' in reply) return reply;
  const facets = await facetsIn(text, (handle) => resolveHandle(handle, call));
  const embedded = await embedOf(message, call, outbound);
  if ('outcome' in embedded) return embedded;
  const record = {
    $type: COLLECTION,
    text,
    createdAt: now.toISOString(),
    ...(reply && { reply }),
    ...(facets.length > 0 && { facets }),
    ...embedded,
  };
  return { record };
}

const answered = z.object({
  uri: atUri,
  cid: z.string(),
  author: z.object({
    viewer: z.object({ blockedBy: z.boolean().nullish(), blocking: z.string().nullish() }).nullish(),
  }),
  record: z.object({ reply: z.object({ root: z.object({ uri: atUri, cid: z.string() }) }).nullish() }),
  viewer: z.object({ replyDisabled: z.boolean().nullish() }).nullish(),
});

/** The post that is answered and the first of its thread, each by its very version. */
async function refsOf(
  uri: string,
  call: CallXrpc,
): Promise<{ root: StrongRef; parent: StrongRef } | Refusal> {
  if (!atUri.safeParse(uri).success) return failed('thread_gone');
  const found = await getPosts(call, [uri]);
  if ('outcome' in found) return found;
  const post = answered.safeParse(found.get(uri)).data;
  if (!post) return failed('thread_gone');
  if (post.viewer?.replyDisabled) return failed('thread_closed');
  if (post.author.viewer?.blockedBy || post.author.viewer?.blocking) return failed('recipient_unavailable');
  const parent = { uri: post.uri, cid: post.cid };
  return { root: post.record.reply?.root ?? parent, parent };
}

const resolved = z.object({ did: z.string().min(1).max(2048) });

async function resolveHandle(handle: string, call: CallXrpc): Promise<string | undefined> {
  const query = new URLSearchParams({ handle });
  const answer = await call({ method: 'GET', nsid: `com.atproto.identity.resolveHandle?${query}` });
  return answer.outcome === 'answered' ? resolved.safeParse(answer.json).data?.did : undefined;
}

/** The message's pictures; without any, a card of its first link. */
async function embedOf(
  { text, attachments }: OutboundMessage,
  call: CallXrpc,
  outbound: Outbound,
): Promise<{ embed?: Record<string, unknown> } | Refusal> {
  if (attachments.length > 0) {
    const images: object[] = [];
    for (const attachment of attachments) {
      const image = await uploadBlob(
        { bytes: await attachment.read(), contentType: attachment.contentType },
        call,
      );
      if ('outcome' in image) return image;
      images.push({ image: image.blob, alt: '' });
    }
    return { embed: { $type: 'app.bsky.embed.images', images } };
  }
  const [first] = linksIn(text);
  if (first === undefined) return {};
  const { image, ...card } = await readLinkCard(first, outbound);
  const thumb = image && (await uploadBlob(image, call));
  const external = { ...card, ...(thumb && 'blob' in thumb && { thumb: thumb.blob }) };
  return { embed: { $type: 'app.bsky.embed.external', external } };
}

const uploaded = z.object({ blob: z.record(z.string(), z.unknown()) });

async function uploadBlob(
  file: { bytes: Uint8Array; contentType: string },
  call: CallXrpc,
): Promise<{ blob: Record<string, unknown> } | Refusal> {
  const answer = await call({ method: 'POST', nsid: 'com.atproto.repo.uploadBlob', body: file });
  if (answer.outcome !== 'answered') return answer;
  return uploaded.safeParse(answer.json).data ?? { outcome: 'failed', reason: 'unexpected_answer' };
}
