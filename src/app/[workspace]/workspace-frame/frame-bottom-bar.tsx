'use client';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { BottomBar, BottomBarButton } from '@/ui/frame/bottom-bar';
import type { NavItem } from '@/ui/frame/rail-item';
import { icon } from '@/ui/icon';
import { LinkButton } from '@/ui/link-button';
import { Menu } from '@/ui/menu';
import { Sheet } from '@/ui/sheet';
import type { FrameFacts } from './frame-facts';
import { usePersonEntries } from './person-menu';
import { useDestinations } from './use-destinations';
import { useWorkspaceEntries } from './workspace-switcher';

/** Places in the bar beside "More". */
const PLACES = 4;

/** The rail on a phone: the first destinations, the rest and the person behind "More". */
export function FrameBottomBar({ facts }: { facts: FrameFacts }) {
  const t = useTranslations('navigation');
  const common = useTranslations('common');
  const [isOpen, setOpen] = useState(false);
  const items = useDestinations(facts.workspace.slug).map(({ item }) => item);
  return (
    <BottomBar
      label={t('label')}
      items={items.slice(0, PLACES)}
      more={
        <Sheet
          title={facts.workspace.name}
          closeLabel={common('close')}
          open={isOpen}
          onOpenChange={setOpen}
          trigger={<BottomBarButton label={t('more')} icon={<Ellipsis {...icon} />} />}
        >
          <MoreSheet facts={facts} rest={items.slice(PLACES)} onGo={() => setOpen(false)} />
        </Sheet>
      }
    />
  );
}

interface MoreSheetProps {
  facts: FrameFacts;
  /** Destinations that found no place in the bar. */
  rest: readonly NavItem[];
  onGo: () => void;
}

function MoreSheet({ facts, rest, onGo }: MoreSheetProps) {
  const t = useTranslations('navigation');
  return (
    <div className="flex flex-col gap-3 p-4">
      <div className="flex items-center gap-3">
        <Avatar id={facts.person.id} name={facts.person.name} />
        <div className="min-w-0">
          <p className="truncate font-medium">{facts.person.name}</p>
          <p className="truncate text-meta text-ink-3">{facts.person.email}</p>
        </div>
      </div>
      {rest.map((item) => (
        <LinkButton key={item.id} href={item.href} icon={item.icon} className="h-11" onClick={onGo}>
          {item.label}
        </LinkButton>
      ))}
      <Menu trigger={<Button className="h-11">{t('account')}</Button>} entries={usePersonEntries(facts)} />
      <Menu
        trigger={<Button className="h-11">{t('switchWorkspace')}</Button>}
        entries={useWorkspaceEntries(facts)}
      />
    </div>
  );
}
