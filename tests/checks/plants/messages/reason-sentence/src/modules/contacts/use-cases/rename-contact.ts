import { AppError } from '@/kernel/errors';
export function rename(): never {
  throw new AppError('conflict', 'name_taken');
}
