import { value as v0 } from '@/modules/contacts/queries';
export const value = [v0];
