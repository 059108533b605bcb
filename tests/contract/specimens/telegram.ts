import { payload, type Specimen } from './specimen';

export const telegramSpecimen: Specimen = {
  channel: { id: 'c', settings: {}, secrets: { botToken: ['1:a'], secretToken: ['new', 'old'] } },
  signing: {
    secretName: 'secretToken',
    makeSecret: (text) => text,
    signsTime: false,
    isToken: true,
    sign: (_body, secret) => ({ 'x-telegram-bot-api-secret-token': secret }),
  },
  bodies: {
    created: payload('telegram/message_text'),
    updated: payload('telegram/edited_message'),
  },
  junk: (fill) => [
    `{"update_id":1,"message":{"photo":[${fill('{},')}{}]}}`,
    `{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"entities":[${fill('{},')}{}],"text":"a"}}`,
    `{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":"${fill('x')}"}}`,
  ],
};
