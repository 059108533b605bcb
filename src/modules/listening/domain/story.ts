const ADDRESS = /https?:\/\/[^\s<>"'()[\]]+/iu;
/** What addresses carry only to tell where a click came from. */
const TRACKING = /^(utm_.*|fbclid|gclid|igshid|ref|ref_src|si)$/;

/**
 * What several posts are about: posts that share an address belong to one story, any other post is a story with its
 * conversation.
 */
export function storyOf(post: { text: string; quotedText: string | null; conversationId: string }): string {
  const address = ADDRESS.exec(post.text)?.[0] ?? ADDRESS.exec(post.quotedText ?? '')?.[0];
  const link = address && plainAddress(address);
  return link ? `link:${link}` : `conversation:${post.conversationId}`;
}

/** The address a story is about; null for a conversation's own. */
export function linkOf(storyKey: string): string | null {
  return storyKey.startsWith('link:') ? storyKey.slice('link:'.length) : null;
}

function plainAddress(address: string): string | null {
  const url = URL.parse(address.replace(/[.,;:!?]+$/, ''));
  if (!url) return null;
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort();
  const query = kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.hostname.replace(/^www\./, '')}${path}${query}`.slice(0, 500);
}
