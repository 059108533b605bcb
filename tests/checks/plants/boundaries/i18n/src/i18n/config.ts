import { value as v0 } from '@/platform/clock';
export const value = [v0];
