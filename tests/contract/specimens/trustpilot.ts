import { payload, type Specimen } from './specimen';

const recorded = payload('trustpilot/webhook_service_review_created');

/** Trustpilot's own example, as another event and with other data. */
function delivery(eventName: string, changes: object = {}): string {
  const body = JSON.parse(recorded);
  const [event] = body.events;
  return JSON.stringify({
    events: [{ ...event, eventName, eventData: { ...event.eventData, ...changes } }],
  });
}

export const trustpilotSpecimen: Specimen = {
  channel: { id: 'c', settings: {}, secrets: { webhookPassword: ['new', 'old'] } },
  signing: {
    secretName: 'webhookPassword',
    makeSecret: (text) => text,
    signsTime: false,
    isToken: true,
    sign: (_body, secret) => ({
      authorization: `Basic ${Buffer.from(`rapport:${secret}`).toString('base64')}`,
    }),
  },
  bodies: {
    created: recorded,
    updated: delivery('service-review-updated', { stars: 2, updatedAt: '2017-05-21T08:00:00.000Z' }),
    deleted: delivery('service-review-deleted'),
  },
  junk: (fill) => [
    `{"events":[${fill('{},')}{}]}`,
    delivery('service-review-created', { text: fill('x') }),
    `{"reviews":[${fill('{},')}{}],"gone":[]}`,
  ],
};
