'use client';
import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { useTranslations } from 'next-intl';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { Button } from '@/ui/button';
import { iconSmall } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { showToast } from '@/ui/toast';
import { useUpdateContact } from '../client';
import type { AttributeValue, ContactDetail } from '../contract';
import { attributeKeyOf, attributeName, attributeText, parseAttribute } from './attribute-text';

/** What else is known, as name and value; changed in place, taken away with undo. */
export function PersonAttributes({ slug, contact }: { slug: string; contact: ContactDetail }) {
  const t = useTranslations('contacts');
  const common = useTranslations('common');
  const { mutate } = useUpdateContact(slug);
  const set = (key: string, value: AttributeValue | null) =>
    mutate(
      { contactId: contact.id, attributes: { [key]: value } },
      { onError: () => void showToast({ text: t('attributes.notSaved'), tone: 'bad' }) },
    );
  const entries = Object.entries(contact.attributes).sort(([a], [b]) => a.localeCompare(b));
  return (
    <>
      <dl className="flex flex-col gap-1">
        {entries.map(([key, value]) => (
          <AttributeLine
            key={`${contact.id}-${key}`}
            name={attributeName(key)}
            value={value}
            onSave={(next) => set(key, next)}
            onRemove={() => {
              set(key, null);
              showToast({
                text: t('attributes.removed', { name: attributeName(key) }),
                action: { label: common('undo'), run: () => set(key, value) },
              });
            }}
          />
        ))}
      </dl>
      <AddAttribute onAdd={set} />
    </>
  );
}

interface AttributeLineProps {
  name: string;
  value: AttributeValue;
  onSave: (value: AttributeValue) => void;
  onRemove: () => void;
}

function AttributeLine({ name, value, onSave, onRemove }: AttributeLineProps) {
  const common = useTranslations('common');
  const [text, setText] = useState<string | null>(null);
  const shown = attributeText(value);
  const save = () => {
    if (text !== null && text.trim() !== '' && text.trim() !== shown) onSave(parseAttribute(text, value));
    setText(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') setText(null);
  };
  return (
    <div className="group/line flex min-h-7 items-center gap-2">
      <dt className="w-26 shrink-0 truncate text-meta font-medium text-ink-3" title={name}>
        {name}
      </dt>
      <dd className="flex min-w-0 flex-1 items-center">
        <input
          dir="auto"
          aria-label={name}
          value={text ?? shown}
          onChange={(event) => setText(event.target.value)}
          onBlur={save}
          onKeyDown={onKeyDown}
          className="-ml-1 h-6.5 min-w-0 flex-1 truncate rounded-r1 bg-transparent px-1 hover:bg-hover focus:bg-surface"
        />
        <span className="opacity-0 group-focus-within/line:opacity-100 group-hover/line:opacity-100 pointer-coarse:opacity-100">
          <IconButton
            label={common('removeNamed', { name })}
            icon={<X {...iconSmall} />}
            size="small"
            onClick={onRemove}
          />
        </span>
      </dd>
    </div>
  );
}

function AddAttribute({ onAdd }: { onAdd: (key: string, value: AttributeValue) => void }) {
  const t = useTranslations('contacts');
  const common = useTranslations('common');
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button
        tone="quiet"
        size="small"
        className="-ml-2 mt-1"
        icon={<Plus {...iconSmall} />}
        onClick={() => setIsOpen(true)}
      >
        {t('attributes.add')}
      </Button>
    );
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const key = attributeKeyOf(String(form.get('name') ?? ''));
    const value = String(form.get('value') ?? '').trim();
    if (key && value) onAdd(key, value);
    setIsOpen(false);
  };
  const field =
    'h-7.5 min-w-0 rounded-r2 border border-line-control bg-raised px-2 text-small pointer-coarse:text-lead';
  return (
    <form onSubmit={submit} className="mt-1.5 grid grid-cols-2 gap-1.5">
      <input
        // biome-ignore lint/a11y/noAutofocus: the form appears because it was asked for
        autoFocus
        name="name"
        required
        aria-label={t('attributes.name')}
        placeholder={t('attributes.name')}
        className={field}
      />
      <input
        name="value"
        required
        aria-label={t('attributes.value')}
        placeholder={t('attributes.value')}
        className={field}
      />
      <span className="col-span-2 flex gap-1.5">
        <Button type="submit" size="small">
          {common('add')}
        </Button>
        <Button tone="quiet" size="small" onClick={() => setIsOpen(false)}>
          {common('cancel')}
        </Button>
      </span>
    </form>
  );
}
