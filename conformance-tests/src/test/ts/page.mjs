// A user who completes the page of a URL elicitation.

import assert from 'node:assert/strict';

/** Opens the page and sends its form; returns the page of the response. */
export async function decide(url, decision) {
  const page = await fetch(url);
  assert.equal(page.status, 200, `GET ${url}`);
  assert.match(page.headers.get('content-type'), /^text\/html/);
  const cookie = page.headers.getSetCookie().map(line => line.split(';')[0]).join('; ');
  const field = /name="csrf" value="([^"]+)"/.exec(await page.text());
  assert.ok(field, 'The page has a form');
  const answer = await fetch(url, {
    method: 'POST',
    headers: { Cookie: cookie },
    body: new URLSearchParams({ csrf: field[1], decision })
  });
  assert.equal(answer.status, 200, `POST ${url}`);
  return answer.text();
}
