import type { DomainEvent } from '@/platform/events/event';

/** Name, attributes, tags or notes of a contact changed. */
export function contactChanged(contactId: string): DomainEvent {
  return { type: 'contact.changed', payload: { contactId } };
}

/** A tag was made, renamed, recoloured, merged or removed. */
export function tagChanged(tagId: string): DomainEvent {
  return { type: 'tag.changed', payload: { tagId } };
}
