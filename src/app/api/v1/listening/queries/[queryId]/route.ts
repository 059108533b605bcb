import { writeRoute } from '@/entry/route';
import { queryView } from '@/modules/listening/contract';
import { deleteQuery, updateQuery } from '@/modules/listening/use-cases/manage-queries';

export const PATCH = writeRoute(updateQuery, { summary: 'Changes a search', output: queryView });

export const DELETE = writeRoute(deleteQuery, { summary: 'Listens for it no more' });
