'use client';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { createElement } from 'react';
import type { NavItem } from '@/ui/frame/rail-item';
import { icon } from '@/ui/icon';
import { useShortcuts } from '@/ui/use-shortcuts';
import { type NavigationEntry, navigation } from './navigation';

export interface Destination {
  entry: NavigationEntry;
  item: NavItem;
}

/** The frame's destinations with the current one marked. */
export function useDestinations(slug: string): Destination[] {
  const t = useTranslations('navigation');
  const path = usePathname();
  return navigation.map((entry) => {
    const href = `/${slug}${entry.path}`;
    const current = path === href || path.startsWith(`${href}/`);
    return {
      entry,
      item: { id: entry.id, label: t(entry.word), href, icon: createElement(entry.icon, icon), current },
    };
  });
}

/** `g` and a letter go to a destination. */
export function useDestinationKeys(slug: string): void {
  const t = useTranslations('navigation');
  const router = useRouter();
  const keyed = navigation.filter((entry) => entry.key !== undefined);
  useShortcuts(
    keyed.map((entry) => ({
      keys: `g ${entry.key}`,
      label: t(entry.word),
      group: t('label'),
      run: () => router.push(`/${slug}${entry.path}`),
    })),
  );
}
