import { writeRoute } from '@/entry/route';
import { savedView } from '@/modules/conversations/contract/saved';
import { deleteView, updateView } from '@/modules/conversations/use-cases/manage-views';

export const PATCH = writeRoute(updateView, { summary: 'Changes a view', output: savedView });

export const DELETE = writeRoute(deleteView, { summary: 'Removes a view' });
