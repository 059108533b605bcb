'use client';
import Check from 'lucide-react/icons/check';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Tag from 'lucide-react/icons/tag';
import Trash from 'lucide-react/icons/trash-2';
import UserPlus from 'lucide-react/icons/user-plus';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AlertDialog } from '@/ui/alert-dialog';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { ContextMenu } from '@/ui/context-menu';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { icon } from '@/ui/icon';
import { Menu } from '@/ui/menu';
import type { MenuEntry } from '@/ui/menu-entry';
import { MultiPicker, Picker } from '@/ui/picker';
import { Popover } from '@/ui/popover';
import { Sheet } from '@/ui/sheet';
import { TextField } from '@/ui/text-field';
import { showToast } from '@/ui/toast';
import { Group, Row } from './group';
import { people } from './sample';
import { PaletteAndKeys } from './show-palette';

/** Everything that opens over the page. */
export function Overlays() {
  const t = useTranslations('design');
  return (
    <Group title={t('overlays')}>
      <Row>
        <Dialogs />
        <Lists />
        <Toasts />
        <PaletteAndKeys />
      </Row>
    </Group>
  );
}

function Dialogs() {
  const t = useTranslations('design');
  const c = useTranslations('common');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Dialog
        trigger={<Button>{t('openDialog')}</Button>}
        title={t('dialogTitle')}
        description={t('dialogText')}
        closeLabel={c('close')}
        footer={<Button tone="primary">{t('snooze')}</Button>}
      >
        <Field label={t('note')}>
          <TextField />
        </Field>
      </Dialog>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        trigger={<Button>{t('deleteChannel')}</Button>}
        title={t('channelQuestion')}
        description={t('channelLoss')}
        cancelLabel={c('cancel')}
        confirmLabel={t('deleteChannel')}
        onConfirm={() => setAsking(false)}
      />
      <Sheet trigger={<Button>{t('openSheet')}</Button>} title={t('filterTitle')} closeLabel={c('close')}>
        <div className="p-4">
          <Checkbox label={t('terms')} hint={t('termsHint')} />
        </div>
      </Sheet>
      <Popover trigger={<Button>{t('openPopover')}</Button>} title={t('filterTitle')}>
        <Checkbox label={t('terms')} hint={t('termsHint')} />
      </Popover>
    </>
  );
}

function Lists() {
  const t = useTranslations('design');
  const c = useTranslations('common');
  const [person, setPerson] = useState<string | null>('p1');
  const [tags, setTags] = useState<string[]>(['p2']);
  const options = people.map(({ id, name }) => ({ value: id, label: name }));
  const entries: MenuEntry[] = [
    {
      id: 'resolve',
      label: t('resolve'),
      icon: <Check {...icon} />,
      shortcut: 'e',
      onSelect: () => undefined,
    },
    {
      id: 'assign',
      label: t('assign'),
      icon: <UserPlus {...icon} />,
      shortcut: 'a',
      onSelect: () => undefined,
    },
    { kind: 'line', id: 'line' },
    {
      id: 'delete',
      label: t('deleteChannel'),
      icon: <Trash {...icon} />,
      tone: 'danger',
      onSelect: () => undefined,
    },
  ];
  return (
    <>
      <Menu trigger={<Button icon={<Ellipsis {...icon} />}>{t('openMenu')}</Button>} entries={entries} />
      <ContextMenu entries={entries}>
        <div className="grid h-7.5 place-items-center rounded-r2 border border-dashed border-line-strong px-3 text-small text-ink-3">
          {t('rightClick')}
        </div>
      </ContextMenu>
      <Picker
        trigger={<Button icon={<UserPlus {...icon} />}>{t('assign')}</Button>}
        label={t('person')}
        emptyText={c('nothingFound')}
        options={options}
        value={person}
        onPick={setPerson}
      />
      <MultiPicker
        trigger={<Button icon={<Tag {...icon} />}>{t('tag')}</Button>}
        label={t('tag')}
        emptyText={c('nothingFound')}
        options={options}
        values={tags}
        onPick={setTags}
      />
    </>
  );
}

function Toasts() {
  const t = useTranslations('design');
  const c = useTranslations('common');
  return (
    <>
      <Button
        onClick={() =>
          showToast({
            text: t('resolvedToast'),
            tone: 'good',
            action: { label: c('undo'), run: () => showToast({ text: c('undone') }) },
          })
        }
      >
        {t('showToast')}
      </Button>
      <Button
        onClick={() =>
          showToast({
            text: t('failedToast'),
            detail: t('failedDetail'),
            tone: 'bad',
            action: { label: c('retry'), run: () => undefined },
          })
        }
      >
        {t('showError')}
      </Button>
    </>
  );
}
