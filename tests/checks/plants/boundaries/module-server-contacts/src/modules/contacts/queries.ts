import { value as v0 } from '@/modules/conversations/queries';
export const value = [v0];
