import { value as v0 } from './contract';
import { value as v1 } from '@tanstack/react-query';
export const value = [v0, v1];
