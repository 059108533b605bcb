/**
 * Social action notifications in their documented shape (Organization Social Action Notifications, learn.microsoft.com,
 * read 2026: envelope, field table and list of actions); ids and words are ours. LinkedIn publishes no recorded body.
 */
const post = 'urn:li:activity:7094637247890620418';
const page = 'urn:li:organization:96072893';
const commentUrn = `urn:li:comment:(${post},7094977717598625792)`;

const base = {
  notificationId: 5603453321,
  organizationalEntity: page,
  subscriber: 'urn:li:person:zLqTygBP8S',
  sourcePost: post,
  decoratedSourcePost: {
    owner: page,
    mediaCategory: 'NONE',
    text: 'Das Zelt ist wieder da.\nAb Mai im Laden.',
    entity: 'urn:li:share:7094637247487995904',
  },
  lastModifiedAt: 1691574506310,
};
const comment = {
  owner: 'urn:li:person:AbCd1234',
  text: 'Gibt es das auch in Blau?',
  entity: commentUrn,
  object: post,
};
// In this field alone the inner name is shortened.
const generatedActivity = 'urn:li:comment:(activity:7094637247890620418,7094977717598625792)';

const envelope = (...notifications: object[]) =>
  JSON.stringify({ type: 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS', notifications });
const notify = (action: string, changes: object = {}) => ({ ...base, action, generatedActivity, ...changes });

export const linkedinNames = { post, page, commentUrn };

export const linkedinBodies = {
  comment: envelope(notify('COMMENT', { decoratedGeneratedActivity: { comment } })),
  commentWithoutWords: envelope(notify('COMMENT')),
  answer: envelope(
    notify('COMMENT', {
      generatedActivity: `urn:li:comment:(${post},7094977717598620000)`,
      decoratedGeneratedActivity: { comment: { ...comment, parentComment: commentUrn } },
    }),
  ),
  ownComment: envelope(
    notify('ADMIN_COMMENT', {
      decoratedGeneratedActivity: { comment: { ...comment, owner: page, text: 'Gern!' } },
    }),
  ),
  edit: envelope(
    notify('COMMENT_EDIT', {
      lastModifiedAt: 1691574999000,
      decoratedGeneratedActivity: { comment: { ...comment, text: 'Gibt es das auch in Grün?' } },
    }),
  ),
  editWithoutWords: envelope(notify('COMMENT_EDIT')),
  deletion: envelope(notify('COMMENT_DELETE', { lastModifiedAt: 1691575999000 })),
  like: envelope(notify('LIKE', { generatedActivity: `urn:li:like:(urn:li:person:AbCd1234,${post})` })),
  share: envelope(
    notify('SHARE', {
      generatedActivity: 'urn:li:share:7094999999999999999',
      decoratedGeneratedActivity: {
        share: {
          owner: 'urn:li:person:AbCd1234',
          text: 'Endlich!',
          entity: 'urn:li:share:7094999999999999999',
        },
      },
    }),
  ),
  mention: envelope(
    notify('SHARE_MENTION', {
      sourcePost: 'urn:li:share:7095000000000000000',
      generatedActivity: undefined,
      decoratedSourcePost: { owner: 'urn:li:person:AbCd1234', text: 'Danke an die Zeltmacher' },
    }),
  ),
  several: envelope(notify('COMMENT', { decoratedGeneratedActivity: { comment } }), notify('LIKE'), {
    ...base,
    action: 'COMMENT',
    sourcePost: null,
  }),
};

/** What each body means, by hand. */
export const linkedinMeanings: Record<keyof typeof linkedinBodies, string> = {
  comment: 'created comment LinkedIn 1234 "Gibt es das auch in Blau?"',
  commentWithoutWords: 'created comment unnamed ""',
  answer: 'created comment LinkedIn 1234 "Gibt es das auch in Blau?"',
  ownComment: 'created comment own "Gern!"',
  edit: 'updated comment LinkedIn 1234 "Gibt es das auch in Grün?"',
  editWithoutWords: 'ignored content_not_included',
  deletion: 'deleted',
  like: 'ignored reaction',
  share: 'created mention LinkedIn 1234 "Endlich!"',
  mention: 'created mention LinkedIn 1234 "Danke an die Zeltmacher"',
  several: 'created comment LinkedIn 1234 "Gibt es das auch in Blau?"',
};
