'use client';
import { useQuery } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { tagColors } from '@/kernel/vocabulary';
import { ChipButton } from '@/ui/chip';
import { iconSmall } from '@/ui/icon';
import { Picker } from '@/ui/picker';
import { RemovableChip } from '@/ui/removable-chip';
import { showToast } from '@/ui/toast';
import { tagsOptions, useCreateTag, useTagContact } from '../client';
import type { ContactDetail, TagView } from '../contract';

const NEW = 'new:';

/** The person's tags; one can be added, made on the way, or taken off with undo. */
export function PersonTags({ slug, contact }: { slug: string; contact: ContactDetail }) {
  const t = useTranslations('contacts');
  const common = useTranslations('common');
  const { mutate } = useTagContact(slug);
  const refused = { onError: () => void showToast({ text: t('tags.notSaved'), tone: 'bad' }) };
  const change = (tag: TagView, isAdded: boolean) => mutate({ contactId: contact.id, tag, isAdded }, refused);
  const remove = (tag: TagView) => {
    change(tag, false);
    showToast({
      text: t('tags.removed', { name: tag.name }),
      action: { label: common('undo'), run: () => change(tag, true) },
    });
  };
  return (
    <ul aria-label={t('tags.title')} className="mt-3 flex flex-wrap gap-1.5">
      {contact.tags.map((tag) => (
        <li key={tag.id} className="max-w-full">
          <RemovableChip
            tone="accent"
            removeLabel={common('removeNamed', { name: tag.name })}
            onRemove={() => remove(tag)}
          >
            {tag.name}
          </RemovableChip>
        </li>
      ))}
      <li>
        <AddTag slug={slug} taken={contact.tags} onAdd={(tag) => change(tag, true)} />
      </li>
    </ul>
  );
}

interface AddTagProps {
  slug: string;
  taken: readonly TagView[];
  onAdd: (tag: TagView) => void;
}

function AddTag({ slug, taken, onAdd }: AddTagProps) {
  const t = useTranslations('contacts');
  const tags = useQuery(tagsOptions(slug)).data ?? [];
  const creating = useCreateTag(slug);
  const [query, setQuery] = useState('');
  const name = query.trim();
  const sought = name.toLocaleLowerCase();
  const free = tags.filter(
    (tag) => !taken.some(({ id }) => id === tag.id) && tag.name.toLocaleLowerCase().includes(sought),
  );
  const isNew = name !== '' && !tags.some((tag) => tag.name.toLocaleLowerCase() === sought);
  const pick = async (value: string) => {
    const known = tags.find(({ id }) => id === value);
    if (known) return onAdd(known);
    const color = tagColors[tags.length % tagColors.length] ?? 'c1';
    onAdd(await creating.mutateAsync({ name: value.slice(NEW.length), color }));
  };
  return (
    <Picker
      label={t('tags.add')}
      emptyText={t('tags.none')}
      value={null}
      onPick={(value) => {
        pick(value).catch(() => showToast({ text: t('tags.notSaved'), tone: 'bad' }));
      }}
      onQueryChange={setQuery}
      trigger={
        <ChipButton
          aria-label={t('tags.add')}
          icon={<Plus {...iconSmall} />}
          className="border-dashed text-ink-3"
        >
          {taken.length === 0 ? t('tags.first') : null}
        </ChipButton>
      }
      options={[
        ...free.map((tag) => ({ value: tag.id, label: tag.name })),
        ...(isNew ? [{ value: NEW + name, label: t('tags.create', { name }) }] : []),
      ]}
    />
  );
}
