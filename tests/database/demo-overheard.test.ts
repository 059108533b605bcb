import { expect, it } from 'vitest';
import { defaultBusinessHours } from '@/kernel/business-hours';
import { listQueries } from '@/modules/listening/queries/list-queries';
import { listRules } from '@/modules/listening/queries/list-rules';
import { listSpread } from '@/modules/listening/queries/list-spread';
import { overheardPosts } from '../../prisma/demo/overheard';
import type { DemoPerson } from '../../prisma/demo/shape';
import { demoIds } from '../../prisma/load/demo-ids';
import { loadOverheard } from '../../prisma/load/load-overheard';
import { aMember, aWorkspace } from '../factories/workspaces';

it('loads what the demo overhears, twice the same', async () => {
  const workspace = await aWorkspace();
  const mira = await aMember(workspace);
  const { db, id: workspaceId } = workspace;
  const now = new Date();
  const idOf = demoIds(workspaceId, now);
  await db.models.channel.create({
    data: { workspaceId, id: idOf('channel', 'm'), connector: 'mastodon', network: 'mastodon', name: 'M' },
  });
  await db.models.contact.create({ data: { workspaceId, id: idOf('contact', 'p'), name: 'Ole' } });
  const channel = {
    key: 'm',
    name: 'M',
    network: 'mastodon',
    expectationMinutes: 60,
    isPublic: true,
    handle: 'm',
  } as const;
  const times = { hours: defaultBusinessHours, holidays: [], timeZone: 'Europe/Berlin' };
  const posts = overheardPosts([{ key: 'p' } as DemoPerson], 'm', now);
  const place = { idOf, channels: new Map([['m', channel]]), times };
  await loadOverheard(db, posts, place, now);
  await loadOverheard(db, posts, place, now);
  expect((await listQueries(mira)).map(({ found }) => found)).toEqual([9, 1, 1]);
  expect(await listRules(mira)).toMatchObject([{ silenced: 2 }]);
  expect((await listSpread(mira)).data).toMatchObject([
    { postCount: 2, link: 'bergblatt.example/zelt-im-sturm' },
  ]);
});
