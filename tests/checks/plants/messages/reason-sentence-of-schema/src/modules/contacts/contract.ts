import { z } from 'zod';
export const name = z.string().refine((value) => value !== '', { error: 'name_empty' });
