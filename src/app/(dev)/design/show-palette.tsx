'use client';
import Check from 'lucide-react/icons/check';
import Clock from 'lucide-react/icons/clock';
import Inbox from 'lucide-react/icons/inbox';
import UserPlus from 'lucide-react/icons/user-plus';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import type { Command, CommandGroup } from '@/ui/command';
import { CommandPalette } from '@/ui/command-palette';
import { icon } from '@/ui/icon';
import { ShortcutSheet } from '@/ui/shortcut-sheet';
import { showToast } from '@/ui/toast';
import { useShortcuts } from '@/ui/use-shortcuts';
import { people } from './sample';

/** The palette behind mod+k, the sheet behind ?, a sequence and a single key. */
export function PaletteAndKeys() {
  const t = useTranslations('design');
  const c = useTranslations('common');
  const n = useTranslations('networks');
  const [palette, setPalette] = useState(false);
  const [sheet, setSheet] = useState(false);
  const ran = (name: string) => () => void showToast({ text: t('ranCommand', { name }) });
  useShortcuts([
    {
      keys: 'mod+k',
      label: c('palette'),
      group: t('groupActions'),
      whileTyping: true,
      run: () => setPalette(true),
    },
    { keys: '?', label: t('showKeys'), group: t('groupActions'), run: () => setSheet(true) },
    { keys: 'j', label: t('moveDown'), group: t('navigation'), repeats: true, run: ran(t('moveDown')) },
    { keys: 'g i', label: t('goInbox'), group: t('navigation'), run: ran(t('goInbox')) },
  ]);
  const groups: CommandGroup[] = [
    {
      id: 'actions',
      label: t('groupActions'),
      commands: [
        {
          id: 'resolve',
          label: t('resolve'),
          icon: <Check {...icon} />,
          shortcut: 'e',
          run: ran(t('resolve')),
        },
        {
          id: 'assign',
          label: t('assign'),
          icon: <UserPlus {...icon} />,
          shortcut: 'a',
          run: ran(t('assign')),
        },
        { id: 'snooze', label: t('snooze'), icon: <Clock {...icon} />, shortcut: 's', run: ran(t('snooze')) },
        {
          id: 'inbox',
          label: t('goInbox'),
          icon: <Inbox {...icon} />,
          shortcut: 'g i',
          run: ran(t('goInbox')),
        },
      ],
    },
    {
      id: 'people',
      label: t('groupPeople'),
      commands: people.map((one) => personCommand(one, n(one.network), ran(one.name))),
    },
  ];
  return (
    <>
      <Button shortcut="mod+k" onClick={() => setPalette(true)}>
        {t('openPalette')}
      </Button>
      <Button shortcut="?" onClick={() => setSheet(true)}>
        {t('openSheetOfKeys')}
      </Button>
      <CommandPalette
        open={palette}
        onOpenChange={setPalette}
        groups={groups}
        label={c('palette')}
        placeholder={c('palettePlaceholder')}
        emptyText={c('nothingFound')}
      />
      <ShortcutSheet open={sheet} onOpenChange={setSheet} title={c('shortcuts')} closeLabel={c('close')} />
    </>
  );
}

function personCommand(person: (typeof people)[number], hint: string, run: () => void): Command {
  const { id, name } = person;
  return { id, label: name, hint, icon: <Avatar id={id} name={name} size={20} />, run };
}
