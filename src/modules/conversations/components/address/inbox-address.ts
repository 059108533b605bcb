import type { ConversationSort, StandardView } from '../../contract';

/** The contract's words again: importing them as values would bring its schemas into the browser. */
export const sorts = [
  'attention',
  'waiting',
  'priority',
  'newest',
] as const satisfies readonly ConversationSort[];
export const standardViews = [
  'mine',
  'unassigned',
  'open',
  'all',
  'mentions',
  'pending',
  'snoozed',
  'resolved',
  'listening',
] as const satisfies readonly StandardView[];

/** The list's filters by the names the API gives them; values as the address bar has them. */
export const filterNames = [
  'q',
  'status',
  'channel',
  'network',
  'kind',
  'assignee',
  'team',
  'tag',
  'priority',
  'language',
  'unread',
  'since',
  'until',
  'contact',
  'filter',
] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Partial<Record<FilterName, string>>;

/** Everything the inbox shows, as its address says it: a pasted link opens the same. */
export interface InboxAddress {
  /** A standard view or the id of a saved one. */
  view: string;
  sort: ConversationSort;
  filters: Filters;
  conversationId: string | null;
  /** The person pane where it does not stand beside the conversation. */
  panel: 'person' | null;
}

export const defaultView = 'open';
export const defaultSort: ConversationSort = 'attention';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const isView = (value: string) => (standardViews as readonly string[]).includes(value) || uuid.test(value);

/** Reads an address; what it does not understand is left out, never thrown at. */
export function parseAddress(search: URLSearchParams): InboxAddress {
  const view = search.get('view') ?? '';
  const conversationId = search.get('conversation') ?? '';
  const filters: Filters = {};
  for (const name of filterNames) {
    const value = search.get(name)?.trim();
    if (value) filters[name] = value;
  }
  return {
    view: isView(view) ? view : defaultView,
    sort: sorts.find((sort) => sort === search.get('sort')) ?? defaultSort,
    filters,
    conversationId: uuid.test(conversationId) ? conversationId : null,
    panel: search.get('panel') === 'person' ? 'person' : null,
  };
}

/** The shortest query that parses to the same address; empty for the plain inbox. */
export function writeAddress(address: InboxAddress): string {
  const search = new URLSearchParams();
  if (address.view !== defaultView) search.set('view', address.view);
  if (address.sort !== defaultSort) search.set('sort', address.sort);
  for (const name of filterNames) {
    const value = address.filters[name];
    if (value) search.set(name, value);
  }
  if (address.conversationId) search.set('conversation', address.conversationId);
  if (address.panel) search.set('panel', address.panel);
  const query = search.toString();
  return query ? `?${query}` : '';
}

/** The values of a filter that takes several. */
export function listOf(value: string | undefined): string[] {
  return value ? value.split(',').filter(Boolean) : [];
}

/** What the list endpoint is asked for, without page and cursor. */
export function listParameters(
  address: Pick<InboxAddress, 'view' | 'sort' | 'filters'>,
): Record<string, string> {
  return { view: address.view, sort: address.sort, ...address.filters };
}
