'use client';
import PanelLeftClose from 'lucide-react/icons/panel-left-close';
import PanelLeftOpen from 'lucide-react/icons/panel-left-open';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type NavSection, Rail } from '@/ui/frame/rail';
import { RailItem } from '@/ui/frame/rail-item';
import { icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { type FrameFacts, railCookie } from './frame-facts';
import { PersonMenu } from './person-menu';
import { type Destination, useDestinationKeys, useDestinations } from './use-destinations';
import { WorkspaceSwitcher } from './workspace-switcher';
import { writeCookie } from './write-cookie';

export function FrameRail({ facts, startsCollapsed }: { facts: FrameFacts; startsCollapsed: boolean }) {
  const t = useTranslations('navigation');
  const [isCollapsed, setCollapsed] = useState(startsCollapsed);
  const destinations = useDestinations(facts.workspace.slug);
  useDestinationKeys(facts.workspace.slug);
  const toggle = () => {
    writeCookie(railCookie, isCollapsed ? 'open' : 'collapsed');
    setCollapsed(!isCollapsed);
  };
  return (
    <Rail
      label={t('label')}
      collapsed={isCollapsed}
      head={<WorkspaceSwitcher facts={facts} collapsed={isCollapsed} />}
      sections={sectionsOf(destinations, t)}
      foot={
        <>
          {destinations
            .filter(({ entry }) => entry.place === 'foot')
            .map(({ item }) => (
              <RailItem key={item.id} item={item} collapsed={isCollapsed} />
            ))}
          <div className={isCollapsed ? 'flex flex-col items-center gap-1' : 'flex items-center gap-1'}>
            <PersonMenu facts={facts} collapsed={isCollapsed} />
            <IconButton
              label={isCollapsed ? t('expand') : t('collapse')}
              icon={isCollapsed ? <PanelLeftOpen {...icon} /> : <PanelLeftClose {...icon} />}
              aria-expanded={!isCollapsed}
              onClick={toggle}
            />
          </div>
        </>
      }
    />
  );
}

/** Entries of one step of the cycle stand together under its name, in the order of the list. */
function sectionsOf(
  destinations: readonly Destination[],
  t: ReturnType<typeof useTranslations<'navigation'>>,
): NavSection[] {
  const inRail = destinations.filter(({ entry }) => entry.place === 'rail');
  const groups = new Map(inRail.map(({ entry }) => [entry.group?.id ?? '', entry.group]));
  return [...groups].map(([id, group]) => ({
    id,
    ...(group ? { caption: t(group.word), letter: group.letter } : {}),
    items: inRail.filter(({ entry }) => (entry.group?.id ?? '') === id).map(({ item }) => item),
  }));
}
