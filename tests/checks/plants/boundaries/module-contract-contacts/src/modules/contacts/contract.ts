import { value as v0 } from '@/modules/channels/contract';
export const value = [v0];
