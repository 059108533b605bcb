import { writeRoute } from '@/entry/route';
import { markFalseAlarm } from '@/modules/listening/use-cases/judge-spread';

export const POST = writeRoute(markFalseAlarm, {
  summary: 'Marks a false alarm: its signal counts less from now on',
});
