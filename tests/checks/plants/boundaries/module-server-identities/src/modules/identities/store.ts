import { value as v0 } from '@/modules/identities/components/card';
export const value = [v0];
