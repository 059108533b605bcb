import { type DehydratedState, dehydrate, QueryClient } from '@tanstack/react-query';
import type { pageContext } from '@/entry/page';
import { listChannelNames } from '@/modules/channels/queries';
import { tagsOptions } from '@/modules/contacts/client';
import { getContact, listTags } from '@/modules/contacts/queries';
import {
  conversationOptions,
  conversationsOptions,
  countsOptions,
  threadOptions,
  viewsOptions,
} from '@/modules/conversations/client/queries';
import { type InboxAddress, parseAddress } from '@/modules/conversations/components/address/inbox-address';
import { listFilters } from '@/modules/conversations/components/address/list-filters';
import type { InboxFacts } from '@/modules/conversations/components/state/inbox-context';
import { listConversationsInput } from '@/modules/conversations/contract';
import { describeFilterFields } from '@/modules/conversations/queries/describe-filter-fields';
import { getConversationPanes } from '@/modules/conversations/queries/get-conversation';
import { getViewCounts } from '@/modules/conversations/queries/get-view-counts';
import { listConversations } from '@/modules/conversations/queries/list-conversations';
import { listViews } from '@/modules/conversations/queries/list-saved';
import type { FieldDescription } from '@/modules/predicates/contract';
import { membersOptions, teamsOptions } from '@/modules/workspaces/client';
import { listMembers, listTeams } from '@/modules/workspaces/queries';

type Context = Awaited<ReturnType<typeof pageContext>>;

/** The facts as they cross to the browser: a list of fields instead of a map. */
export type InboxPageFacts = Omit<InboxFacts, 'fields'> & { fields: FieldDescription[] };

export function addressOf(search: Record<string, string | string[] | undefined>): InboxAddress {
  const entries = Object.entries(search).map(([name, value]) => [name, [value].flat()[0] ?? '']);
  return parseAddress(new URLSearchParams(entries));
}

export async function inboxFacts(context: Context, since: string): Promise<InboxPageFacts> {
  const { workspace, actor } = context;
  const channels = await listChannelNames(context);
  return {
    workspace: { slug: workspace.slug, name: workspace.name, timeZone: workspace.timeZone },
    member: { id: actor.memberId, name: actor.name, role: actor.role },
    channels,
    fields: describeFilterFields(context),
    since,
  };
}

/** What the address shows, read beforehand; what cannot be read is left to the browser, which says why. */
export async function firstData(context: Context, address: InboxAddress): Promise<DehydratedState> {
  const client = new QueryClient();
  const { slug } = context.workspace;
  const filters = listFilters(address);
  const input = listConversationsInput.safeParse({ ...filters, limit: 50 });
  const set = async (queryKey: readonly unknown[], data: Promise<unknown>) => {
    const value = await data.catch(() => undefined);
    if (value !== undefined) client.setQueryData(queryKey, value);
  };
  const inList = async (data: Promise<unknown>) => ({ data: await data });
  await Promise.all([
    input.success
      ? set(conversationsOptions(slug, filters).queryKey, onePage(listConversations(context, input.data)))
      : undefined,
    set(countsOptions(slug).queryKey, getViewCounts(context)),
    set(membersOptions(slug).queryKey, inList(listMembers(context))),
    set(teamsOptions(slug).queryKey, inList(listTeams(context))),
    set(tagsOptions(slug).queryKey, inList(listTags(context))),
    set(viewsOptions(slug).queryKey, inList(listViews(context))),
    address.conversationId ? openFirst(client, context, address.conversationId) : undefined,
  ]);
  return dehydrate(client);
}

async function openFirst(client: QueryClient, context: Context, conversationId: string): Promise<void> {
  const { slug } = context.workspace;
  const panes = await getConversationPanes(context, { conversationId }).catch(() => undefined);
  if (!panes) return;
  client.setQueryData(conversationOptions(slug, conversationId).queryKey, panes.conversation);
  client.setQueryData(threadOptions(slug, conversationId).queryKey, {
    pages: [panes.thread],
    pageParams: [null],
  });
  const contactId = panes.conversation.contact?.id;
  const contact = contactId && (await getContact(context, { contactId }).catch(() => undefined));
  if (contact) client.setQueryData([slug, 'contacts', 'detail', contact.id], contact);
}

async function onePage(page: Promise<unknown>): Promise<unknown> {
  return { pages: [await page], pageParams: [null] };
}
