/** Milliseconds a channel is remembered; a rotation keeps two secrets alive, so it need not be at once. */
const REMEMBERED_MS = 2000;
const MOST_REMEMBERED = 2000;

/** `find` with a short memory: a flood on one channel asks the database once in two seconds. */
export function rememberRoutes<Route>(find: (channelId: string) => Promise<Route | null>) {
  const remembered = new Map<string, { until: number; route: Promise<Route | null> }>();
  return (channelId: string): Promise<Route | null> => {
    const now = Date.now();
    const known = remembered.get(channelId);
    if (known && known.until > now) return known.route;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const route = find(channelId);
    remembered.set(channelId, { until: now + REMEMBERED_MS, route });
    route.catch(() => remembered.delete(channelId));
    return route;
  };
}
