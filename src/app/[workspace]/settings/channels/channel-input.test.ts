import { expect, it } from 'vitest';
import { createChannelInput } from '@/modules/channels/contract';
import { channelInput } from './channel-input';

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}
const filled = { name: 'Forum', teamId: '', expectation: '8', expectationUnit: 'hours' };

it('hands on the network an API channel stands for, and none where the form does not ask', () => {
  const asked = channelInput(form({ ...filled, network: 'discourse' }));
  expect(createChannelInput.parse({ connector: 'api', ...asked })).toMatchObject({
    network: 'discourse',
    expectationMinutes: 480,
  });
  expect(channelInput(form(filled))).not.toHaveProperty('network');
});
