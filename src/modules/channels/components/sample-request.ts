export interface SampleFacts {
  webhookUrl: string;
  /** Without it, the place where it belongs is marked. */
  secret: string | null;
}

const PLACEHOLDER = 'whsec_…';

/** One message as an integrator posts it; the ids carry the second, so that each run is a new message. */
const message = (now: string, id: string) => `{
  "type": "message.created",
  "timestamp": "${now}",
  "data": {
    "externalId": "${id}",
    "conversation": {"externalId": "hello"},
    "author": {"externalId": "u-1", "name": "Jonas Weber"},
    "text": "Hello from the outside!",
    "kind": "comment",
    "visibility": "public",
    "sentAt": "${now}"
  }
}`;

/** A shell script that signs one message as Standard Webhooks ask (HMAC-SHA256 over id.timestamp.body) and posts it. */
export function curlSample({ webhookUrl, secret }: SampleFacts): string {
  return `SECRET='${secret ?? PLACEHOLDER}'
NOW=$(date -u +%Y-%m-%dT%H:%M:%SZ); TS=$(date +%s); ID="msg_$TS"
BODY=$(cat <<EOF
${message('$NOW', '$ID')}
EOF
)
KEY=$(printf %s "\${SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \\n')
SIG=$(printf %s "$ID.$TS.$BODY" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | openssl base64 -A)
curl -sS '${webhookUrl}' \\
  -H 'content-type: application/json' \\
  -H "webhook-id: $ID" -H "webhook-timestamp: $TS" -H "webhook-signature: v1,$SIG" \\
  --data-binary "$BODY"
`;
}

/** The same in Node, with the `standardwebhooks` client. */
export function nodeSample({ webhookUrl, secret }: SampleFacts): string {
  return `import { Webhook } from 'standardwebhooks';

const now = new Date();
const id = \`msg_\${now.getTime()}\`;
const body = JSON.stringify({
  type: 'message.created',
  timestamp: now.toISOString(),
  data: {
    externalId: id,
    conversation: { externalId: 'hello' },
    author: { externalId: 'u-1', name: 'Jonas Weber' },
    text: 'Hello from the outside!',
    kind: 'comment',
    visibility: 'public',
    sentAt: now.toISOString(),
  },
});
const response = await fetch('${webhookUrl}', {
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook('${secret ?? PLACEHOLDER}').sign(id, now, body),
  },
  body,
});
console.log(response.status, await response.text());
`;
}
