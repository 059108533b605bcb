'use client';
import { useMemo } from 'react';
import { PersonPane } from '@/modules/contacts/components/person-pane';
import type { InboxAddress } from '@/modules/conversations/components/address/inbox-address';
import { AddressProvider } from '@/modules/conversations/components/address/use-address';
import { EarlierConversations } from '@/modules/conversations/components/earlier-conversations';
import { InboxPanes } from '@/modules/conversations/components/inbox-panes';
import { InboxProvider } from '@/modules/conversations/components/state/inbox-context';
import type { InboxPageFacts } from './first-data';

/** List, conversation and person: put together here, because the person belongs to another module. */
export function InboxScreen({ facts, address }: { facts: InboxPageFacts; address: InboxAddress }) {
  const { fields, ...others } = facts;
  const known = useMemo(() => new Map(fields.map((field) => [field.name, field])), [fields]);
  const { workspace, member } = facts;
  return (
    <InboxProvider facts={{ ...others, fields: known }}>
      <AddressProvider initial={address}>
        <InboxPanes
          person={(contactId, conversationId) => (
            <PersonPane key={contactId} slug={workspace.slug} contactId={contactId} memberId={member.id}>
              {contactId ? <EarlierConversations contactId={contactId} openId={conversationId} /> : null}
            </PersonPane>
          )}
        />
      </AddressProvider>
    </InboxProvider>
  );
}
