import { toFieldErrors } from '../contract/field-errors';
import { readJson } from '../contract/read-json';
import type { WidgetContract } from '../contract/widget';
import { chatSettings } from './manifest';
import { messageIdOf } from './parse';
import { type VisitorDelivery, visitorPost } from './schema';

/** Rapport's own voice colour. */
const ACCENT = '#0f5f66';

export const chatWidget: WidgetContract = {
  readSettings: (settings) => {
    const read = chatSettings.safeParse(settings);
    if (!read.success) return null;
    const { allowedOrigins, title, accentColor = ACCENT, privacyUrl = null, ...said } = read.data;
    const appearance = {
      title,
      accentColor,
      privacyUrl,
      greeting: { de: said.greetingDe ?? null, en: said.greetingEn ?? null },
      offline: { de: said.offlineDe ?? null, en: said.offlineEn ?? null },
    };
    return { allowedOrigins, appearance };
  },
  toDelivery: (bytes, visitorId, now) => {
    const post = visitorPost.safeParse(readJson(bytes));
    if (!post.success) return { ok: false, fields: toFieldErrors(post.error.issues) };
    const delivery: VisitorDelivery = {
      type: 'visitor.message',
      visitorId,
      receivedAt: now.toISOString(),
      post: post.data,
    };
    return {
      ok: true,
      externalId: messageIdOf(visitorId, post.data.id),
      body: Buffer.from(JSON.stringify(delivery)),
    };
  },
};
