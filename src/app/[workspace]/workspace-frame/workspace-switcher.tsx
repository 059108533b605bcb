'use client';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import Plus from 'lucide-react/icons/plus';
import { useTranslations } from 'next-intl';
import { WorkspaceMark } from '@/ui/frame/workspace-mark';
import { icon, iconSmall } from '@/ui/icon';
import { Menu } from '@/ui/menu';
import type { MenuEntry } from '@/ui/menu-entry';
import type { FrameFacts } from './frame-facts';

/** Which workspace one is in, and the way to the others. */
export function WorkspaceSwitcher({ facts, collapsed }: { facts: FrameFacts; collapsed: boolean }) {
  const t = useTranslations('navigation');
  return (
    <Menu
      trigger={
        <button
          type="button"
          title={t('switchWorkspace')}
          className={`flex h-9 w-full items-center gap-2.5 rounded-r2 text-left hover:bg-hover data-popup-open:bg-hover ${collapsed ? 'justify-center' : 'px-2'}`}
        >
          <WorkspaceMark name={facts.workspace.name} />
          <span className={collapsed ? 'sr-only' : 'min-w-0 flex-1 truncate font-semibold'}>
            {facts.workspace.name}
          </span>
          {collapsed ? null : <ChevronsUpDown {...iconSmall} className="shrink-0 text-ink-3" />}
        </button>
      }
      entries={useWorkspaceEntries(facts)}
    />
  );
}

/** The person's workspaces and the way to a new one. */
export function useWorkspaceEntries({ workspaces }: FrameFacts): MenuEntry[] {
  const t = useTranslations('workspaces');
  return [
    ...workspaces.map(({ slug, name }) => ({
      kind: 'link' as const,
      id: slug,
      label: name,
      href: `/${slug}`,
      icon: <WorkspaceMark name={name} />,
    })),
    { kind: 'line', id: 'line' },
    { kind: 'link', id: 'new', label: t('frame.newWorkspace'), href: '/welcome', icon: <Plus {...icon} /> },
  ];
}
