// What a script says: one line of JSON for each check, and one at the very end.

import assert from 'node:assert/strict';

const PATIENCE = 20_000;

function say(name, ok, detail) {
  process.stdout.write(JSON.stringify({ name, ok, detail: String(detail ?? '') }) + '\n');
}

/** Runs a check. One that fails does not keep the others from running. */
export async function check(name, body) {
  try {
    say(name, true, await within(body(), `${name} did not end`, 3 * PATIENCE));
  } catch (e) {
    say(name, false, e?.stack ?? e);
  }
}

/** The last line: without it nobody knows whether all checks were made. */
export function done() {
  say('done', true);
}

/** Ends the script when something breaks that is no check. */
export function fatal(e) {
  say('script', false, e?.stack ?? e);
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

/** What arrives from outside, in order; whoever waits for something is told as soon as it is there. */
export class Inbox {
  #items = [];
  #waiting = new Set();

  add(item) {
    this.#items.push(item);
    this.#waiting.forEach(look => look());
  }

  /** How much has arrived: where to look from later. */
  get mark() {
    return this.#items.length;
  }

  since(mark, wanted = () => true) {
    return this.#items.slice(mark).filter(wanted);
  }

  /** The first that is wanted, among those after the mark. */
  async first(wanted, what, mark = 0) {
    let look;
    const found = new Promise((resolve, reject) => {
      look = () => {
        const item = this.#items.slice(mark).find(wanted);
        if (item !== undefined) {
          resolve(item);
        }
      };
    });
    this.#waiting.add(look);
    look();
    try {
      return await within(found, `${what} did not arrive`, PATIENCE);
    } finally {
      this.#waiting.delete(look);
    }
  }
}

/** What a call is refused with. */
export async function refusal(promise) {
  try {
    await promise;
  } catch (e) {
    return e;
  }
  assert.fail('It was not refused');
}
