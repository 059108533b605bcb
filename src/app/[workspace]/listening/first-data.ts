import { type DehydratedState, dehydrate, QueryClient } from '@tanstack/react-query';
import type { pageContext } from '@/entry/page';
import { conversationsOptions, countsOptions } from '@/modules/conversations/client/queries';
import { listConversationsInput } from '@/modules/conversations/contract';
import { getViewCounts } from '@/modules/conversations/queries/get-view-counts';
import { listConversations } from '@/modules/conversations/queries/list-conversations';
import { queriesOptions, rulesOptions, spreadOptions } from '@/modules/listening/client';
import { listQueries } from '@/modules/listening/queries/list-queries';
import { listRules } from '@/modules/listening/queries/list-rules';
import { listSpread } from '@/modules/listening/queries/list-spread';

type Context = Awaited<ReturnType<typeof pageContext>>;

/** All four tabs, read beforehand; what cannot be read is left to the browser, which says why. */
export async function firstData(context: Context): Promise<DehydratedState> {
  const client = new QueryClient();
  const { slug } = context.workspace;
  const set = async (queryKey: readonly unknown[], data: Promise<unknown>) => {
    const value = await data.catch(() => undefined);
    if (value !== undefined) client.setQueryData(queryKey, value);
  };
  const filters = { view: 'listening' } as const;
  const input = listConversationsInput.parse({ ...filters, limit: 50 });
  const firstPage = listConversations(context, input).then((page) => ({ pages: [page], pageParams: [null] }));
  await Promise.all([
    set(conversationsOptions(slug, filters).queryKey, firstPage),
    set(countsOptions(slug).queryKey, getViewCounts(context)),
    set(
      queriesOptions(slug).queryKey,
      listQueries(context).then((data) => ({ data })),
    ),
    set(
      rulesOptions(slug).queryKey,
      listRules(context).then((data) => ({ data })),
    ),
    set(spreadOptions(slug).queryKey, listSpread(context)),
  ]);
  return dehydrate(client);
}
