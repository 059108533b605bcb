const texts = new WeakMap<Response, string>();

/**
 * As `Response.json`. The plain server takes the text as it is: to read a page of the inbox back out of the
 * response's stream costs as much as writing it.
 */
export function jsonResponse(value: unknown, init: ResponseInit = {}): Response {
  const text = JSON.stringify(value);
  const headers = new Headers(init.headers);
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  const response = new Response(text, { ...init, headers });
  texts.set(response, text);
  return response;
}

/** The body of a response made by `jsonResponse`, undefined for every other. */
export function textOf(response: Response): string | undefined {
  return texts.get(response);
}
