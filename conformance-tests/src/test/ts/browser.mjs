// A user with a browser without JavaScript: it stores cookies, follows redirects and sends forms.

import assert from 'node:assert/strict';

const MOST_STEPS = 20;

function attribute(tag, name) {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag);
  return found && unescape(found[1]);
}

function unescape(text) {
  return text
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'").replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
}

/** Returns the form of a page with the fields that its first button sends. */
function formOf(html, url) {
  const form = /<form\b[^>]*>[\s\S]*?<\/form>/.exec(html)?.[0];
  assert.ok(form, `There is a form at ${url}: ${html.slice(0, 300)}`);
  const fields = {};
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const type = attribute(tag, 'type') ?? 'text';
    const skipped = (type === 'radio' || type === 'checkbox') && !/\bchecked\b/.test(tag);
    if (attribute(tag, 'name') && !skipped && type !== 'submit') {
      fields[attribute(tag, 'name')] = attribute(tag, 'value') ?? '';
    }
  }
  const submit = /<(?:button|input)\b[^>]*type="submit"[^>]*>/.exec(form)?.[0] ?? /<button\b[^>]*>/.exec(form)?.[0];
  if (submit && attribute(submit, 'name')) {
    fields[attribute(submit, 'name')] = attribute(submit, 'value') ?? '';
  }
  const opening = /<form\b[^>]*>/.exec(form)[0];
  return { action: new URL(attribute(opening, 'action') || url, url).href, fields };
}

export class Browser {
  #cookies = new Map();
  /** The requested addresses, in order. */
  visited = [];

  async #fetch(url, init = {}) {
    this.visited.push(`${init.method ?? 'GET'} ${new URL(url).pathname}`);
    const jar = this.#cookies.get(new URL(url).host) ?? new Map();
    this.#cookies.set(new URL(url).host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { Accept: 'text/html', ...(cookie && { Cookie: cookie }) }
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (/max-age=0\b/i.test(line)) {
        jar.delete(name);
      } else {
        jar.set(name, value);
      }
    }
    return response;
  }

  /**
   * Opens an address and sends every form it is shown, until it is sent back to the client.
   *
   * @param answers fields to change, by name: where a form has that field or asks for a decision
   * @returns the address of the client it was sent to
   */
  async authorize(url, redirectUri, answers = {}) {
    let response = await this.#fetch(url);
    let at = String(url);
    for (let step = 0; step < MOST_STEPS; step++) {
      const location = response.headers.get('location');
      if (location) {
        at = new URL(location, at).href;
        if (at.startsWith(redirectUri)) {
          return new URL(at);
        }
        response = await this.#fetch(at);
        continue;
      }
      const html = await response.text();
      assert.equal(response.status, 200, `${at}: ${html}`);
      const { action, fields } = formOf(html, at);
      for (const name of Object.keys(answers)) {
        if (name in fields) {
          fields[name] = answers[name];
        }
      }
      at = action;
      response = await this.#fetch(action, { method: 'POST', body: new URLSearchParams(fields) });
    }
    throw new Error(`There was no redirect to ${redirectUri}: ${this.visited}`);
  }
}
