import { readRoute, writeRoute } from '@/entry/route';
import { tagList, tagsInput, tagView } from '@/modules/contacts/contract';
import { listTags } from '@/modules/contacts/queries';
import { createTag } from '@/modules/contacts/use-cases/manage-tags';

export const GET = readRoute({
  summary: 'All tags',
  permission: 'tags.read',
  input: tagsInput,
  output: tagList,
  run: async (context) => ({ data: await listTags(context), nextCursor: null }),
});

export const POST = writeRoute(createTag, { summary: 'Makes a tag', output: tagView, status: 201 });
