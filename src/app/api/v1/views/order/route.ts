import { writeRoute } from '@/entry/route';
import { orderViews } from '@/modules/conversations/use-cases/manage-views';

export const PUT = writeRoute(orderViews, { summary: 'Orders views' });
