'use client';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, useState } from 'react';
import { Avatar } from '@/ui/avatar';
import { showToast } from '@/ui/toast';
import { useUpdateContact } from '../client';
import type { ContactDetail } from '../contract';

/** Name (editable in place), where and in which language, since when and how we know them. */
export function PersonHead({ slug, contact }: { slug: string; contact: ContactDetail }) {
  const t = useTranslations('contacts');
  const locale = useLocale();
  const format = useFormatter();
  const since = new Date(contact.createdAt);
  const facts = [
    contact.location,
    contact.organization?.name,
    contact.language
      ? (new Intl.DisplayNames(locale, { type: 'language' }).of(contact.language) ?? contact.language)
      : null,
    t('person.since', { year: format.dateTime(since, { year: 'numeric' }) }),
  ].filter(Boolean);
  const networks = useTranslations('networks');
  const first = contact.identities[0];
  return (
    <>
      <header className="flex items-center gap-3">
        <Avatar id={contact.id} name={contact.name} size={48} />
        <div className="min-w-0 flex-1">
          <EditableName key={contact.id} slug={slug} contact={contact} />
          <p className="truncate text-meta text-ink-3">{facts.join(' · ')}</p>
        </div>
      </header>
      {first ? (
        <p className="quote mt-3 text-small">
          {t('person.known', {
            network: networks(first.network),
            month: format.dateTime(since, 'month'),
            others: Math.max(0, contact.networks.length - 1),
          })}
        </p>
      ) : null}
    </>
  );
}

function EditableName({ slug, contact }: { slug: string; contact: ContactDetail }) {
  const t = useTranslations('contacts');
  const { mutate } = useUpdateContact(slug);
  const [text, setText] = useState<string | null>(null);
  const save = () => {
    const name = text?.trim();
    setText(null);
    if (!name || name === contact.name) return;
    mutate(
      { contactId: contact.id, name },
      { onError: () => void showToast({ text: t('person.notSaved', { name: contact.name }), tone: 'bad' }) },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') save();
    if (event.key === 'Escape') setText(null);
  };
  return (
    <h2>
      <input
        dir="auto"
        aria-label={t('person.name')}
        value={text ?? contact.name}
        onChange={(event) => setText(event.target.value)}
        onBlur={save}
        onKeyDown={onKeyDown}
        className="-mx-1 w-full truncate rounded-r1 bg-transparent px-1 text-heading leading-5.5 font-semibold tracking-[-.015em] hover:bg-hover focus:bg-surface"
      />
    </h2>
  );
}
