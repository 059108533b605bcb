import { writeRoute } from '@/entry/route';
import { announcePresence } from '@/modules/conversations/use-cases/announce-presence';

export const POST = writeRoute(announcePresence, { summary: 'Tells colleagues who looks or answers' });
