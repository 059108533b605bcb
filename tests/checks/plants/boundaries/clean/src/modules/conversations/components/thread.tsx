import { value as v0 } from '@/modules/contacts/components/card';
export const value = [v0];
