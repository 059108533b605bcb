import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type Answer, type ReceivedRequest, startLocalServer } from './local-server';

export interface BucketStandIn {
  /** To give as the endpoint. */
  url: string;
  objects: Map<string, { bytes: Uint8Array; contentType: string }>;
  requests: ReceivedRequest[];
  /** The next `times` requests are answered so. */
  failNext(times: number, status: number): void;
  close(): Promise<void>;
}

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
  bucket: string;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
/** A request may be this much older or newer than the server's clock. */
const SKEW_MS = 15 * 60 * 1000;

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();

function refuse(status: number, code: string, message: string): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}

interface Claim {
  keyId: string;
  date: string;
  region: string;
  service: string;
  signedHeaders: string;
  signature: string;
}

function readClaim(header: string | undefined): Claim | null {
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      header ?? '',
    );
  if (!parts) return null;
  const [, keyId = '', date = '', region = '', service = '', signedHeaders = '', signature = ''] = parts;
  return { keyId, date, region, service, signedHeaders, signature };
}

/** RFC 3986, as AWS asks: everything but the unreserved, and `/` in paths. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** "Create a signed AWS API request", step 1: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function canonicalRequest({ method, url, headers }: ReceivedRequest, signedHeaders: string): string {
  const { pathname, searchParams } = new URL(url, 'http://bucket');
  const path = pathname.split('/').map((part) => encode(decodeURIComponent(part)));
  const query = [...searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort();
  const named = signedHeaders.split(';');
  const lines = named.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`);
  const payload = headers['x-amz-content-sha256'] ?? '';
  return [method, path.join('/'), query.join('&'), lines.join(''), signedHeaders, payload].join('\n');
}

/** Null where the request is signed by these credentials, else what S3 documents as the answer. */
function judgeSignature(request: ReceivedRequest, known: Credentials): Answer | null {
  const claim = readClaim(request.headers.authorization);
  if (!request.headers.authorization) return refuse(403, 'AccessDenied', 'Access Denied');
  if (!claim) return refuse(400, 'AuthorizationHeaderMalformed', 'The authorization header is malformed');
  if (claim.keyId !== known.accessKeyId)
    return refuse(
      403,
      'InvalidAccessKeyId',
      'The AWS access key ID you provided does not exist in our records.',
    );
  if (claim.region !== known.region || claim.service !== 's3')
    return refuse(400, 'AuthorizationHeaderMalformed', `the region '${claim.region}' is wrong`);
  const time = request.headers['x-amz-date'] ?? '';
  const at = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(Date.now() - at) <= SKEW_MS))
    return refuse(
      403,
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    );
  const sent = request.headers['x-amz-content-sha256'] ?? '';
  if (sent !== 'UNSIGNED-PAYLOAD' && sent !== sha256(request.bytes))
    return refuse(
      400,
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  const missing = ['host', 'x-amz-date'].filter((name) => !claim.signedHeaders.split(';').includes(name));
  if (missing.length > 0) return refuse(403, 'AccessDenied', `${missing.join()} must be signed`);
  const scope = `${claim.date}/${claim.region}/s3/aws4_request`;
  const toSign = [ALGORITHM, time, scope, sha256(canonicalRequest(request, claim.signedHeaders))].join('\n');
  const steps = [claim.date, claim.region, 's3', 'aws4_request'];
  const key = steps.reduce<string | Buffer>(hmac, `AWS4${known.secretAccessKey}`);
  const expected = hmac(key, toSign);
  return timingSafeEqual(expected, Buffer.from(claim.signature, 'hex'))
    ? null
    : refuse(
        403,
        'SignatureDoesNotMatch',
        'The request signature we calculated does not match the signature you provided.',
      );
}

function serve(world: BucketStandIn['objects'], known: Credentials, request: ReceivedRequest): Answer {
  const { pathname } = new URL(request.url, 'http://bucket');
  const [, bucket, ...rest] = pathname.split('/');
  if (bucket !== known.bucket) return refuse(404, 'NoSuchBucket', 'The specified bucket does not exist');
  const key = rest.map(decodeURIComponent).join('/');
  const object = world.get(key);
  switch (request.method) {
    case 'PUT':
      world.set(key, { bytes: request.bytes, contentType: request.headers['content-type'] ?? '' });
      return { status: 200, body: '' };
    case 'GET':
      if (!object) return refuse(404, 'NoSuchKey', 'The specified key does not exist.');
      return { status: 200, headers: { 'content-type': object.contentType }, body: object.bytes };
    case 'DELETE':
      world.delete(key);
      return { status: 204, body: '' };
    default:
      return refuse(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.');
  }
}

/** A bucket that answers only requests whose AWS Signature Version 4 it computes to the same value. */
export async function startBucket(known: Credentials): Promise<BucketStandIn> {
  const objects: BucketStandIn['objects'] = new Map();
  const requests: ReceivedRequest[] = [];
  let failing = { times: 0, status: 503 };
  const server = await startLocalServer((request) => {
    requests.push(request);
    if (failing.times > 0) {
      failing = { ...failing, times: failing.times - 1 };
      return refuse(failing.status, 'SlowDown', 'Please reduce your request rate.');
    }
    return judgeSignature(request, known) ?? serve(objects, known, request);
  });
  return {
    url: server.url,
    objects,
    requests,
    failNext: (times, status) => {
      failing = { times, status };
    },
    close: server.close,
  };
}
