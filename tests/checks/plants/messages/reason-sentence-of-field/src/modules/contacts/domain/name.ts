export const verdict = [{ path: 'name', reason: 'name_empty' }];
