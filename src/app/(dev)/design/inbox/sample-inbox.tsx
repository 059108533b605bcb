'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AppFrame } from '@/ui/frame/app-frame';
import { SampleConversation } from './sample-conversation';
import { SampleList } from './sample-list';
import { SampleBottomBar, SampleRail } from './sample-navigation';
import { SamplePerson } from './sample-person';

/** Three panes in the frame; on a phone only the list. */
export function SampleInbox() {
  const c = useTranslations('common');
  const [collapsed, setCollapsed] = useState(false);
  return (
    <AppFrame
      skipLabel={c('skipToContent')}
      rail={<SampleRail collapsed={collapsed} onCollapse={() => setCollapsed(!collapsed)} />}
      bottomBar={<SampleBottomBar />}
    >
      <div className="grid h-full grid-cols-1 md:grid-cols-[minmax(0,348px)_minmax(0,1fr)] xl:grid-cols-[348px_minmax(0,1fr)_316px]">
        <SampleList />
        <SampleConversation />
        <SamplePerson />
      </div>
    </AppFrame>
  );
}
