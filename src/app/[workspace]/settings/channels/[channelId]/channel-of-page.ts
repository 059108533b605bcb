import { notFound } from 'next/navigation';
import { pageContext } from '@/entry/page';
import { AppError } from '@/kernel/errors';
import { isUuid } from '@/kernel/ids';
import { getChannel } from '@/modules/channels/queries';

export interface ChannelPageProps {
  params: Promise<{ workspace: string; channelId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The gate of a channel's pages: admins only, and "not found" where the workspace has no such channel. */
export async function channelOfPage(params: ChannelPageProps['params']) {
  const { workspace: slug, channelId } = await params;
  const context = await pageContext(slug, 'channels.manage');
  if (!isUuid(channelId)) notFound();
  const channel = await getChannel(context, channelId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') return notFound();
    throw error;
  });
  return { slug, context, channel };
}

/** The one value of a parameter that may come several times. */
export function oneOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
