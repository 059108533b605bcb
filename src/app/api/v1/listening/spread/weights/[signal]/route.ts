import { writeRoute } from '@/entry/route';
import { resetWeight } from '@/modules/listening/use-cases/judge-spread';

export const DELETE = writeRoute(resetWeight, { summary: 'Lets a signal count in full again' });
