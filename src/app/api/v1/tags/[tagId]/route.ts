import { writeRoute } from '@/entry/route';
import { tagView } from '@/modules/contacts/contract';
import { deleteTag, updateTag } from '@/modules/contacts/use-cases/manage-tags';

export const PATCH = writeRoute(updateTag, { summary: 'Renames or recolours a tag', output: tagView });

export const DELETE = writeRoute(deleteTag, { summary: 'Removes a tag from everything' });
