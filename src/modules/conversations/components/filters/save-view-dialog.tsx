'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Switch } from '@/ui/switch';
import { TextField } from '@/ui/text-field';
import { showToast } from '@/ui/toast';
import { useSaveViewMutation } from '../../client/saved';
import { useAddressStore } from '../address/use-address';
import { useErrorSentence } from '../data/use-error-sentence';
import { isStandardView } from '../list/view-label';
import { useInbox } from '../state/inbox-context';

/** Keeps what the list shows under a name, for oneself or for everybody. */
export default function SaveViewDialog() {
  const t = useTranslations('inbox');
  const common = useTranslations('common');
  const { workspace, member, store } = useInbox();
  const address = useAddressStore();
  const sentence = useErrorSentence();
  const saving = useSaveViewMutation(workspace.slug);
  const form = useId();
  const [name, setName] = useState('');
  const [isShared, setIsShared] = useState(false);
  const canShare = member.role !== 'marketer';
  const close = () => store.set({ menu: null });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { view, sort, filters } = address.get();
    const query = { ...(isStandardView(view) ? { view } : {}), ...(filters as Record<string, string>) };
    saving.mutate(
      { name: name.trim(), isShared: isShared && canShare, query, sort },
      {
        onSuccess: (saved) => {
          close();
          address.go({ view: saved.id, filters: {}, sort: saved.sort });
          showToast({ text: t('saveView.saved', { name: saved.name }), tone: 'good' });
        },
      },
    );
  };
  return (
    <Dialog
      open
      size="small"
      title={t('saveView.title')}
      description={t('saveView.text')}
      closeLabel={common('close')}
      onOpenChange={(open) => !open && close()}
      footer={
        <>
          <Button onClick={close}>{common('cancel')}</Button>
          <Button tone="primary" type="submit" form={form} busy={saving.isPending} disabled={!name.trim()}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4 py-1">
        <Field label={t('saveView.name')} error={saving.error ? sentence(saving.error) : undefined}>
          <TextField value={name} maxLength={80} onValueChange={(value) => setName(value)} />
        </Field>
        {canShare ? (
          <Switch
            label={t('saveView.shared')}
            hint={t('saveView.sharedHint')}
            checked={isShared}
            onCheckedChange={setIsShared}
          />
        ) : null}
      </form>
    </Dialog>
  );
}
