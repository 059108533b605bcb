'use client';
import { useQuery } from '@tanstack/react-query';
import UserRound from 'lucide-react/icons/user-round';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '@/ui/empty-state';
import { ErrorState } from '@/ui/error-state';
import { iconLarge } from '@/ui/icon';
import { PersonSkeleton } from '@/ui/skeleton';
import { contactOptions } from '../client';
import type { ContactDetail } from '../contract';
import { PersonAttributes } from './person-attributes';
import { PersonHead } from './person-head';
import { PersonIdentities } from './person-identities';
import { PersonNotes } from './person-notes';
import { PersonTags } from './person-tags';

export interface PersonPaneProps {
  slug: string;
  /** Null where the network did not say who it is. */
  contactId: string | null;
  memberId: string;
  /** What other modules know about them, from right to left: earlier conversations. */
  children?: ReactNode;
}

/** Who this is, how we know them, what we have noted; everything can be changed in place. */
export function PersonPane({ slug, contactId, memberId, children }: PersonPaneProps) {
  const t = useTranslations('contacts');
  const common = useTranslations('common');
  const query = useQuery({ ...contactOptions(slug, contactId ?? ''), enabled: contactId !== null, retry: 1 });
  if (contactId === null) {
    return (
      <EmptyState
        quiet
        icon={<UserRound {...iconLarge} />}
        title={t('person.unknown')}
        text={t('person.unknownText')}
      />
    );
  }
  if (query.data) {
    return (
      <Person slug={slug} contact={query.data} memberId={memberId}>
        {children}
      </Person>
    );
  }
  if (query.error) {
    return (
      <ErrorState
        title={t('person.failed')}
        text={t('person.failedText')}
        retryLabel={common('retry')}
        onRetry={() => void query.refetch()}
        busy={query.isRefetching}
      />
    );
  }
  return <PersonSkeleton label={t('person.loading')} />;
}

interface PersonProps {
  slug: string;
  contact: ContactDetail;
  memberId: string;
  children: ReactNode;
}

function Person({ slug, contact, memberId, children }: PersonProps) {
  const t = useTranslations('contacts');
  return (
    <div className="flex flex-col px-4.5 pt-4.5 pb-8">
      <PersonHead slug={slug} contact={contact} />
      <PersonTags slug={slug} contact={contact} />
      <Section title={t('identities.title')}>
        <PersonIdentities identities={contact.identities} />
      </Section>
      <Section title={t('attributes.title')}>
        <PersonAttributes slug={slug} contact={contact} />
      </Section>
      {children ? <Section title={t('earlier.title')}>{children}</Section> : null}
      <Section title={t('notes.title')}>
        <PersonNotes slug={slug} contactId={contact.id} notes={contact.notes} memberId={memberId} />
      </Section>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-3.5 border-t border-line pt-3.5">
      <h3 className="mb-2 text-meta font-medium text-ink-3">{title}</h3>
      {children}
    </section>
  );
}
