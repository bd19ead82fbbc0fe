// Output of a script: one line of JSON for each check, and one at the end.

import assert from 'node:assert/strict';

const TIMEOUT = 20_000;

function report(name, ok, detail) {
  process.stdout.write(JSON.stringify({ name, ok, detail: String(detail ?? '') }) + '\n');
}

/** Runs a check. A failure does not prevent the following checks. */
export async function check(name, body) {
  try {
    report(name, true, await within(body(), `${name} did not end`, 3 * TIMEOUT));
  } catch (e) {
    report(name, false, e?.stack ?? e);
  }
}

/** Prints the last line; its absence means that checks are missing. */
export function done() {
  report('done', true);
}

/** Ends the script after an error outside of a check. */
export function fatal(e) {
  report('script', false, e?.stack ?? e);
  process.exit(1);
}

async function within(promise, what, milliseconds) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Received messages in order; pending calls of first() are resolved as soon as a match arrives. */
export class Inbox {
  #items = [];
  #waiting = new Set();

  add(item) {
    this.#items.push(item);
    this.#waiting.forEach(listener => listener());
  }

  /** Returns the number of received messages, as a start for later searches. */
  get mark() {
    return this.#items.length;
  }

  since(mark, wanted = () => true) {
    return this.#items.slice(mark).filter(wanted);
  }

  /** Waits for the first match after the mark. */
  async first(wanted, what, mark = 0) {
    let listener;
    const found = new Promise((resolve, reject) => {
      listener = () => {
        const item = this.#items.slice(mark).find(wanted);
        if (item !== undefined) {
          resolve(item);
        }
      };
    });
    this.#waiting.add(listener);
    listener();
    try {
      return await within(found, `${what} did not arrive`, TIMEOUT);
    } finally {
      this.#waiting.delete(listener);
    }
  }
}

/** Returns the error of a call that must fail. */
export async function refusal(promise) {
  try {
    await promise;
  } catch (e) {
    return e;
  }
  assert.fail('The call did not fail');
}
