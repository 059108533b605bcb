import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { may, pageContext } from '@/entry/page';
import { tagsOptions } from '@/modules/contacts/client';
import { NewTagButton } from '@/modules/contacts/components/tags/new-tag-button';
import { TagList } from '@/modules/contacts/components/tags/tag-list';
import { countTagUses, listTags } from '@/modules/contacts/queries';
import { Providers } from '../../providers';
import { sectionTitle } from '../section-title';
import { SettingsHeader } from '../settings-header';

export const generateMetadata = () => sectionTitle('tags');

export default async function TagsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const context = await pageContext(slug, 'tags.read');
  const isInCharge = may(context, 'tags.manage');
  const [tags, uses] = await Promise.all([listTags(context), countTagUses(context)]);
  const client = new QueryClient();
  client.setQueryData(tagsOptions(slug).queryKey, { data: tags });
  return (
    <Providers>
      <HydrationBoundary state={dehydrate(client)}>
        <SettingsHeader
          slug={slug}
          section="tags"
          actions={isInCharge ? <NewTagButton slug={slug} /> : null}
        />
        <TagList slug={slug} uses={uses} isInCharge={isInCharge} />
      </HydrationBoundary>
    </Providers>
  );
}
