import { expect, test } from 'vitest';
import { newId } from '@/kernel/ids';
import { updateViewInput } from './saved';

test('what is not named is not changed: a renamed view stays shared and sorted as it was', () => {
  const change = { viewId: newId(), name: 'Presse' };
  expect(updateViewInput.parse(change)).toEqual(change);
});
