import { z } from 'zod';

/** The file itself is the request's body, its type the header `content-type`. */
export const uploadInput = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .refine((name) => !/[\p{Cc}/\\]/u.test(name), 'invalid_file_name'),
});
export const attachmentInput = z.strictObject({ attachmentId: z.uuid() });
