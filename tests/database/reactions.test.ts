import { beforeEach, describe, expect, it } from 'vitest';
import { execute } from '@/entry/execute';
import { reactionsFollower } from '@/entry/reaction';
import { onMemberRemoved } from '@/modules/conversations/reactions';
import { triageConversation } from '@/modules/conversations/use-cases/triage-conversation';
import { removeMember } from '@/modules/workspaces/use-cases/remove-member';
import type { MemberContext } from '@/platform/context/context';
import { followOutbox } from '@/platform/events/follow';
import { anApiChannel, anInboundMessage, createdEvent, receive } from '../factories/channels';
import { aMember, aWorkspace, type TestWorkspace } from '../factories/workspaces';

let workspace: TestWorkspace;
let admin: MemberContext;

beforeEach(async () => {
  workspace = await aWorkspace();
  admin = await aMember(workspace, { role: 'admin' });
});

const conversations = () => workspace.db.models.conversation.findMany();

describe('a member who is removed', () => {
  it('leaves their open conversations to everybody, with a line in the history', async () => {
    const leaver = await aMember(workspace, { name: 'Mira' });
    const channel = await anApiChannel(admin);
    await receive(workspace, channel.id, createdEvent(anInboundMessage()));
    const [conversation] = await conversations();
    const assign = { type: 'assign', assigneeId: leaver.actor.memberId };
    await execute(triageConversation, admin, { conversationId: conversation?.id, action: assign });
    const following = followOutbox(reactionsFollower([onMemberRemoved]));
    await following.stop();
    await execute(removeMember, admin, { memberId: leaver.actor.memberId });
    const again = followOutbox(reactionsFollower([onMemberRemoved]));
    await expect.poll(async () => (await conversations())[0]?.assigneeId, { timeout: 5000 }).toBeNull();
    await again.stop();
    const lines = await workspace.db.models.conversationChange.findMany({ orderBy: { createdAt: 'asc' } });
    expect(lines.map(({ type, memberId }) => [type, memberId])).toEqual([
      ['assigned', admin.actor.memberId],
      ['assigned', null],
    ]);
    const tallies = await workspace.db.models.conversationTally.groupBy({
      by: ['assigneeId'],
      _sum: { difference: true },
    });
    expect(tallies.filter(({ _sum }) => _sum.difference !== 0)).toMatchObject([{ assigneeId: null }]);
  });
});
