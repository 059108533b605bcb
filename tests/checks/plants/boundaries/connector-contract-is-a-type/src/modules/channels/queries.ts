import { value as v0 } from '@/connectors/contract';
export const value = [v0];
