'use client';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Inbox from 'lucide-react/icons/inbox';
import PanelLeft from 'lucide-react/icons/panel-left';
import Settings from 'lucide-react/icons/settings';
import Shapes from 'lucide-react/icons/shapes';
import Users from 'lucide-react/icons/users';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/ui/avatar';
import { BottomBar, BottomBarButton } from '@/ui/frame/bottom-bar';
import { Rail } from '@/ui/frame/rail';
import { type NavItem, RailItem } from '@/ui/frame/rail-item';
import { WorkspaceMark } from '@/ui/frame/workspace-mark';
import { icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Sheet } from '@/ui/sheet';

const here = '/design/inbox';

function useItems() {
  const n = useTranslations('navigation');
  const item = (id: string, label: string, sign: NavItem['icon']): NavItem => ({
    id,
    label,
    icon: sign,
    href: here,
  });
  return {
    inbox: {
      ...item('inbox', n('inbox'), <Inbox {...icon} />),
      current: true,
      count: '12',
      countLabel: n('openCount', { count: 12 }),
    },
    contacts: item('contacts', n('contacts'), <Users {...icon} />),
    segments: item('segments', n('segments'), <Shapes {...icon} />),
    settings: item('settings', n('settings'), <Settings {...icon} />),
  };
}

/** The rail with the workspace above and the reader below. */
export function SampleRail({ collapsed, onCollapse }: { collapsed: boolean; onCollapse: () => void }) {
  const n = useTranslations('navigation');
  const c = useTranslations('common');
  const { inbox, contacts, segments, settings } = useItems();
  const reader = (
    <Avatar id="mira" name="Mira Keller" size={20} presence="here" presenceLabel={c('online')} />
  );
  return (
    <Rail
      label={n('label')}
      collapsed={collapsed}
      head={
        <button
          type="button"
          title={n('switchWorkspace')}
          className="flex h-9 w-full items-center gap-2.5 rounded-r2 px-1.5 font-semibold hover:bg-hover"
        >
          <WorkspaceMark name="Nordlicht Outdoor" />
          <span className={collapsed ? 'sr-only' : 'min-w-0 flex-1 truncate text-left'}>
            Nordlicht Outdoor
          </span>
          {collapsed ? null : <ChevronsUpDown {...icon} className="text-ink-3" />}
        </button>
      }
      sections={[
        { id: 'inbox', items: [inbox] },
        { id: 'identify', letter: 'I', caption: n('identify'), items: [contacts] },
        { id: 'differentiate', letter: 'D', caption: n('differentiate'), items: [segments] },
      ]}
      foot={
        <>
          <RailItem item={settings} collapsed={collapsed} />
          <div className={`flex items-center gap-2.5 px-1.5 py-1 ${collapsed ? 'flex-col' : ''}`}>
            {reader}
            <span className={collapsed ? 'sr-only' : 'min-w-0 flex-1 truncate'}>Mira Keller</span>
            <IconButton
              size="small"
              label={collapsed ? n('expand') : n('collapse')}
              icon={<PanelLeft {...icon} />}
              onClick={onCollapse}
            />
          </div>
        </>
      }
    />
  );
}

/** The bar on a phone, with the rest behind a sheet. */
export function SampleBottomBar() {
  const n = useTranslations('navigation');
  const c = useTranslations('common');
  const { inbox, contacts, segments, settings } = useItems();
  return (
    <BottomBar
      label={n('label')}
      items={[{ ...inbox, label: n('inboxShort') }, contacts, segments]}
      more={
        <Sheet
          title={n('more')}
          closeLabel={c('close')}
          trigger={<BottomBarButton label={n('more')} icon={<Ellipsis {...icon} />} />}
        >
          <div className="p-2">
            <RailItem item={settings} collapsed={false} />
          </div>
        </Sheet>
      }
    />
  );
}
