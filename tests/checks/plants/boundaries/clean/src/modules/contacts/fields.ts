import { value as v0 } from '@/modules/predicates/catalogue';
export const value = [v0];
