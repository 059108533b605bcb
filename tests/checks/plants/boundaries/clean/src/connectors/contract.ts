import { value as v0 } from '@/platform/http/outbound';
export const value = [v0];
