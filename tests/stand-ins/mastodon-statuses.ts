export interface StatusRow {
  /** Good at this instance only. */
  id: string;
  uri: string;
  acct: string;
  text: string;
  at: Date;
  editedAt?: Date;
  visibility: string;
  warning: string;
  inReplyTo?: string;
  isLiked?: boolean;
}

/** Numbers that grow, ULIDs, or Pleroma's letters. */
export function makeId(flavour: 'mastodon' | 'gotosocial' | 'pleroma', count: number): string {
  const place = String(count).padStart(6, '0');
  if (flavour === 'mastodon') return `115600000000${place}`;
  return flavour === 'gotosocial' ? `01KAN8Z0P0000000000000${place.slice(-4)}` : `B0AkL5z9${place}`;
}

/** As the API shows it: text as HTML with the names in it as links, and what it answers by local id. */
export function showStatus(row: StatusRow, all: readonly StatusRow[]): Record<string, unknown> {
  const parent = all.find(({ uri }) => uri === row.inReplyTo);
  const names = row.text.match(/@\w+(@[\w.-]+\w)?/g) ?? [];
  const idOf = (acct: string) => (acct === 'nordlicht' ? 'own' : `account of ${acct}`);
  const html = row.text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(
      /@(\w+)(@[\w.-]+\w)?/g,
      '<span class="h-card"><a href="https://x.example/@$1" class="u-url mention">@<span>$1</span></a></span>',
    );
  return {
    id: row.id,
    uri: row.uri,
    url: row.uri.replace('/users/', '/@'),
    account: {
      id: idOf(row.acct),
      acct: row.acct,
      display_name: row.acct === 'nordlicht' ? 'Nordlicht' : 'Anna Weber',
      url: `https://berge.example/@${row.acct}`,
      avatar: 'https://berge.example/a.png',
    },
    content: `<p>${html}</p>`,
    spoiler_text: row.warning,
    visibility: row.visibility,
    language: 'de',
    created_at: row.at.toISOString(),
    edited_at: row.editedAt?.toISOString() ?? null,
    in_reply_to_id: parent?.id ?? null,
    in_reply_to_account_id: parent ? idOf(parent.acct) : null,
    mentions: [...new Set(names)].map((name) => ({ id: idOf(name.slice(1)), acct: name.slice(1) })),
    media_attachments: [],
    reblog: null,
    replies_count: 0,
    reblogs_count: 0,
    favourites_count: row.isLiked ? 1 : 0,
  };
}
