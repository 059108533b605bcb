import { value as v0 } from './domain/name';
import { value as v1 } from 'zod';
export const value = [v0, v1];
