import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { may, pageContext, pageSignedIn } from '@/entry/page';
import { ClientMessages } from '@/i18n/client-messages';
import { listChannelWarnings } from '@/modules/channels/queries/channel-warnings';
import { listMyWorkspaces } from '@/modules/workspaces/queries';
import { AppFrame } from '@/ui/frame/app-frame';
import { themeCookie, themeOf } from '@/ui/theme';
import { ChannelWarnings } from './channel-warnings';
import { FrameBottomBar } from './frame-bottom-bar';
import { type FrameFacts, railCookie } from './frame-facts';
import { FrameMemory } from './frame-memory';
import { FrameRail } from './frame-rail';
import { frameNamespaces } from './navigation';

/** Rail, bottom bar and what they know: the person, the workspace, the other workspaces. */
export async function WorkspaceFrame({ slug, children }: { slug: string; children: ReactNode }) {
  const context = await pageContext(slug, 'workspace.read');
  const { workspace, actor } = context;
  const signedIn = await pageSignedIn(slug);
  const jar = await cookies();
  const facts: FrameFacts = {
    workspace: { slug: workspace.slug, name: workspace.name },
    workspaces: await listMyWorkspaces(actor.userId),
    person: { id: actor.memberId, name: actor.name, email: signedIn.email },
    theme: themeOf(jar.get(themeCookie)?.value),
  };
  const warnings = may(context, 'channels.manage') ? await listChannelWarnings(context) : null;
  const t = await getTranslations('common');
  return (
    <ClientMessages namespaces={frameNamespaces} timeZone={workspace.timeZone}>
      <FrameMemory slug={workspace.slug} locale={signedIn.locale} theme={themeOf(signedIn.theme)} />
      <AppFrame
        skipLabel={t('skipToContent')}
        rail={<FrameRail facts={facts} startsCollapsed={jar.get(railCookie)?.value === 'collapsed'} />}
        bottomBar={<FrameBottomBar facts={facts} />}
      >
        {warnings ? (
          <div className="flex h-full flex-col">
            <ChannelWarnings slug={workspace.slug} initial={warnings} />
            <div className="min-h-0 flex-1">{children}</div>
          </div>
        ) : (
          children
        )}
      </AppFrame>
    </ClientMessages>
  );
}
