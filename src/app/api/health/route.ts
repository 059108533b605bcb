import { healthDoor } from '@/entry/health';

export const GET = healthDoor;
