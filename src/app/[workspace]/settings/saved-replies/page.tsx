import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { may, pageContext } from '@/entry/page';
import { savedRepliesOptions } from '@/modules/conversations/client/queries';
import { NewReplyButton } from '@/modules/conversations/components/saved/new-reply-button';
import { ReplyList } from '@/modules/conversations/components/saved/reply-list';
import { listReplies } from '@/modules/conversations/queries/list-saved';
import { Providers } from '../../providers';
import { sectionTitle } from '../section-title';
import { SettingsHeader } from '../settings-header';

export const generateMetadata = () => sectionTitle('saved-replies');

export default async function SavedRepliesPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const context = await pageContext(slug, 'saved_replies.read');
  const isInCharge = may(context, 'saved_replies.manage');
  const voice = { memberName: context.actor.name, workspaceName: context.workspace.name };
  const client = new QueryClient();
  client.setQueryData(savedRepliesOptions(slug).queryKey, { data: await listReplies(context) });
  return (
    <Providers>
      <HydrationBoundary state={dehydrate(client)}>
        <SettingsHeader
          slug={slug}
          section="saved-replies"
          actions={isInCharge ? <NewReplyButton slug={slug} voice={voice} /> : null}
        />
        <ReplyList slug={slug} voice={voice} isInCharge={isInCharge} />
      </HydrationBoundary>
    </Providers>
  );
}
