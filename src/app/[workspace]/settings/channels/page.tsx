import Plus from 'lucide-react/icons/plus';
import { getTranslations } from 'next-intl/server';
import { pageContext } from '@/entry/page';
import { listChannels, listUnfinishedChannels } from '@/modules/channels/queries';
import { icon } from '@/ui/icon';
import { LinkButton } from '@/ui/link-button';
import { sectionTitle } from '../section-title';
import { SettingsHeader } from '../settings-header';
import { ChannelList } from './channel-list';
import { UnfinishedList } from './unfinished-list';

export const generateMetadata = () => sectionTitle('channels');

export default async function ChannelsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace: slug } = await params;
  const context = await pageContext(slug, 'channels.manage');
  const t = await getTranslations('channels.list');
  const [channels, unfinished] = await Promise.all([listChannels(context), listUnfinishedChannels(context)]);
  const add = (
    <LinkButton tone="primary" icon={<Plus {...icon} />} href={`/${slug}/settings/channels/new`}>
      {t('add')}
    </LinkButton>
  );
  return (
    <>
      <SettingsHeader slug={slug} section="channels" actions={add} />
      <ChannelList slug={slug} channels={channels} />
      <UnfinishedList slug={slug} channels={unfinished} />
    </>
  );
}
