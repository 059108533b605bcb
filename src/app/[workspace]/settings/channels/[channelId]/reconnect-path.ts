/** Where an admin gives a channel its access anew: step by step where its connector has steps, else in its settings. */
export function reconnectPath(slug: string, channelId: string, isGuided: boolean): string {
  return `/${slug}/settings/channels/${channelId}/${isGuided ? 'connect' : 'setup'}`;
}
