import { writeRoute } from '@/entry/route';
import { shownSecret } from '@/modules/channels/contract';
import { rotateSecret } from '@/modules/channels/use-cases/rotate-secret';

export const POST = writeRoute(rotateSecret, {
  summary: 'A new secret beside the old one, answered this once',
  output: shownSecret,
  status: 201,
  holdsSecret: true,
});
