import { fieldList, fieldsInput, listFields } from '@/entry/field-list';
import { readRoute } from '@/entry/route';

export const GET = readRoute({
  summary: 'What a filter may ask about',
  permission: 'conversations.read',
  input: fieldsInput,
  output: fieldList,
  run: listFields,
});
