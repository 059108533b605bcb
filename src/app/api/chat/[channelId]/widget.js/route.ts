import { scriptDoor } from '@/entry/chat/script-door';

export const GET = scriptDoor();
