'use client';
import LogOut from 'lucide-react/icons/log-out';
import UserRound from 'lucide-react/icons/user-round';
import { useTranslations } from 'next-intl';
import { startTransition } from 'react';
import { localeOf } from '@/i18n/locale';
import { Avatar } from '@/ui/avatar';
import { icon } from '@/ui/icon';
import { Menu } from '@/ui/menu';
import type { MenuEntry } from '@/ui/menu-entry';
import { themeOf } from '@/ui/theme';
import { signOutAction } from '../../(auth)/actions';
import type { FrameFacts } from './frame-facts';
import { usePreferences } from './use-preferences';

/** The reader: profile, appearance, language, the way out. */
export function PersonMenu({ facts, collapsed }: { facts: FrameFacts; collapsed: boolean }) {
  const { person } = facts;
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={`flex h-8 min-w-0 items-center gap-2.5 rounded-r2 text-left text-ink-2 hover:bg-hover hover:text-ink data-popup-open:bg-hover ${collapsed ? 'justify-center px-1' : 'flex-1 px-2'}`}
        >
          <Avatar id={person.id} name={person.name} size={20} />
          <span className={collapsed ? 'sr-only' : 'min-w-0 flex-1 truncate'}>{person.name}</span>
        </button>
      }
      entries={usePersonEntries(facts)}
    />
  );
}

export function usePersonEntries({ workspace, theme }: FrameFacts): MenuEntry[] {
  const t = useTranslations('navigation');
  const common = useTranslations('common');
  const chosen = usePreferences(workspace.slug, theme);
  return [
    {
      kind: 'link',
      id: 'profile',
      label: t('account'),
      href: `/${workspace.slug}/settings/profile`,
      icon: <UserRound {...icon} />,
    },
    { kind: 'line', id: 'above-theme' },
    {
      kind: 'choice',
      id: 'theme',
      label: common('theme'),
      value: chosen.theme,
      onValueChange: (value) => chosen.setTheme(themeOf(value)),
      options: [
        { value: 'system', label: common('themeSystem') },
        { value: 'light', label: common('themeLight') },
        { value: 'dark', label: common('themeDark') },
      ],
    },
    { kind: 'line', id: 'above-language' },
    {
      kind: 'choice',
      id: 'language',
      label: common('language'),
      value: chosen.locale,
      onValueChange: (value) => chosen.setLocale(localeOf(value) ?? chosen.locale),
      options: [
        { value: 'de', label: common('languageDe') },
        { value: 'en', label: common('languageEn') },
      ],
    },
    { kind: 'line', id: 'above-sign-out' },
    {
      id: 'sign-out',
      label: t('signOut'),
      icon: <LogOut {...icon} />,
      onSelect: () => startTransition(() => signOutAction()),
    },
  ];
}
