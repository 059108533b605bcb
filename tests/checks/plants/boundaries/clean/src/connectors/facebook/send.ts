import { value as v0 } from '@/connectors/contract';
import { value as v1 } from './parse';
export const value = [v0, v1];
