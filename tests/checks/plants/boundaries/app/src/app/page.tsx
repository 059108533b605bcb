import { value as v0 } from '@/modules/contacts/store';
export const value = [v0];
