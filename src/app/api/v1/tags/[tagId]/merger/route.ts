import { writeRoute } from '@/entry/route';
import { tagView } from '@/modules/contacts/contract';
import { mergeTag } from '@/modules/contacts/use-cases/manage-tags';

export const POST = writeRoute(mergeTag, { summary: 'Merges a tag into another', output: tagView });
