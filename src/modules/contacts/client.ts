import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { callApi } from '@/modules/workspaces/client';
import type {
  ContactDetail,
  createTagInput,
  NoteView,
  TagView,
  updateContactInput,
  updateTagInput,
} from './contract';

const TAGS_STALE_MS = 5 * 60_000;

export function contactOptions(slug: string, contactId: string) {
  return queryOptions({
    queryKey: [slug, 'contacts', 'detail', contactId],
    queryFn: ({ signal }) => callApi<ContactDetail>(slug, `contacts/${contactId}`, { signal }),
  });
}

export function tagsOptions(slug: string) {
  return queryOptions({
    queryKey: [slug, 'contacts', 'tags'],
    queryFn: ({ signal }) => callApi<{ data: TagView[] }>(slug, 'tags', { signal }),
    select: ({ data }) => data,
    staleTime: TAGS_STALE_MS,
  });
}

/** Changes name, language, location, attributes: shown at once, put back where it is refused. */
export function useUpdateContact(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ contactId, ...body }: z.input<typeof updateContactInput>) =>
      callApi<ContactDetail>(slug, `contacts/${contactId}`, { method: 'PATCH', body }),
    onMutate: ({ contactId, attributes, ...change }) =>
      patchContact(client, slug, contactId, (contact) => ({
        ...contact,
        ...(change as Partial<ContactDetail>),
        attributes: withoutNulls({ ...contact.attributes, ...attributes }),
      })),
    onError: (_error, { contactId }, before) =>
      client.setQueryData(contactOptions(slug, contactId).queryKey, before?.contact),
    onSettled: (_data, _error, { contactId }) => settle(client, slug, contactId),
  });
}

export function useTagContact(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ contactId, tag, isAdded }: { contactId: string; tag: TagView; isAdded: boolean }) =>
      isAdded
        ? callApi<ContactDetail>(slug, `contacts/${contactId}/tags`, {
            method: 'POST',
            body: { tagIds: [tag.id] },
          })
        : callApi<ContactDetail>(slug, `contacts/${contactId}/tags/${tag.id}`, { method: 'DELETE' }),
    onMutate: ({ contactId, tag, isAdded }) =>
      patchContact(client, slug, contactId, (contact) => {
        const others = contact.tags.filter(({ id }) => id !== tag.id);
        return { ...contact, tags: isAdded ? [...others, tag] : others };
      }),
    onError: (_error, { contactId }, before) =>
      client.setQueryData(contactOptions(slug, contactId).queryKey, before?.contact),
    onSettled: (_data, _error, { contactId }) => settle(client, slug, contactId),
  });
}

/** Without `noteId` a new note, without `text` the note goes. */
export function useWriteNote(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ contactId, noteId, text }: { contactId: string; noteId?: string; text?: string }) => {
      const path = `contacts/${contactId}/notes`;
      if (noteId === undefined) return callApi<NoteView>(slug, path, { method: 'POST', body: { text } });
      const method = text === undefined ? 'DELETE' : 'PATCH';
      return callApi<NoteView>(slug, `${path}/${noteId}`, {
        method,
        ...(text !== undefined && { body: { text } }),
      });
    },
    onSettled: (_data, _error, { contactId }) => settle(client, slug, contactId),
  });
}

export function useCreateTag(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof createTagInput>) =>
      callApi<TagView>(slug, 'tags', { method: 'POST', body }),
    onSettled: () => client.invalidateQueries({ queryKey: tagsOptions(slug).queryKey }),
  });
}

export function useUpdateTag(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ tagId, ...body }: z.input<typeof updateTagInput>) =>
      callApi<TagView>(slug, `tags/${tagId}`, { method: 'PATCH', body }),
    onSettled: () => client.invalidateQueries({ queryKey: [slug] }),
  });
}

/** With `intoTagId` everything gets that tag instead; without it the tag is simply gone. */
export function useRemoveTag(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ tagId, intoTagId }: { tagId: string; intoTagId?: string }) =>
      intoTagId === undefined
        ? callApi<void>(slug, `tags/${tagId}`, { method: 'DELETE' })
        : callApi<void>(slug, `tags/${tagId}/merger`, { method: 'POST', body: { intoTagId } }),
    onSettled: () => client.invalidateQueries({ queryKey: [slug] }),
  });
}

async function patchContact(
  client: QueryClient,
  slug: string,
  contactId: string,
  change: (contact: ContactDetail) => ContactDetail,
) {
  const { queryKey } = contactOptions(slug, contactId);
  await client.cancelQueries({ queryKey });
  const contact = client.getQueryData(queryKey);
  if (contact) client.setQueryData(queryKey, change(contact));
  return { contact };
}

function settle(client: QueryClient, slug: string, contactId: string) {
  return Promise.all([
    client.invalidateQueries({ queryKey: contactOptions(slug, contactId).queryKey }),
    client.invalidateQueries({ queryKey: [slug, 'contacts', 'list'] }),
  ]);
}

function withoutNulls(attributes: Record<string, unknown>): ContactDetail['attributes'] {
  return Object.fromEntries(
    Object.entries(attributes).filter(([, value]) => value !== null),
  ) as ContactDetail['attributes'];
}
