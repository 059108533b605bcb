import { value as v0 } from '@/modules/contacts/contract';
export const value = [v0];
