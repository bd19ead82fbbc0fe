// The OAuth provider that an application gives to a TypeScript client, and the user's browser behind it.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { person } from '../../official/browser.mjs';

export class Login {
  saved = {};
  #received = [];
  #waiting = [];
  #signIn;
  #server;

  async start() {
    this.#server = createServer((request, response) => {
      response.end('Signed in');
      const { searchParams } = new URL(request.url, this.redirectUrl);
      if (!this.#expected(searchParams)) return;
      const waiting = this.#waiting.shift();
      waiting ? waiting(searchParams) : this.#received.push(searchParams);
    }).listen(0, '127.0.0.1');
    await new Promise(resolve => this.#server.once('listening', resolve));
    return this;
  }

  end() {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** Deletes everything that was stored, as a user who removes a login. */
  forget() {
    this.saved = {};
    this.#received = [];
    this.#waiting = [];
    this.#signIn = undefined;
  }

  /**
   * Performs an action; if the user is required, waits for the authorization response, and performs it again. Actions that
   * require the user at the same time share one response.
   */
  async around(action, finish) {
    try {
      return await action();
    } catch (e) {
      // The browser may be at work although the error has another name.
      if (!this.opened && !this.#signIn && !/unauthorized/i.test(`${e?.name} ${e?.message}`)) throw e;
      if (!this.#signIn) {
        const signIn = this.#response(e).then(finish).finally(() => {
          if (this.#signIn === signIn) this.#signIn = undefined;
        });
        this.#signIn = signIn;
      }
      await this.#signIn;
      return await action();
    }
  }

  async #response(error) {
    if (!this.opened) throw error;
    this.opened = false;
    this.#received = this.#received.filter(response => this.#expected(response));
    if (this.#received.length > 0) return this.#received.shift();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(error), 15_000);
      this.#waiting.push(response => {
        clearTimeout(timer);
        resolve(response);
      });
    });
  }

  /** Whether a response belongs to the last login, which replaces an earlier one. */
  #expected(response) {
    return !this.saved.state || response.get('state') === this.saved.state;
  }

  get redirectUrl() {
    return `http://127.0.0.1:${this.#server.address().port}/callback`;
  }

  get clientMetadata() {
    return {
      client_name: 'Third-party client',
      redirect_uris: [this.redirectUrl],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      application_type: 'native'
    };
  }

  state() {
    return (this.saved.state = randomUUID());
  }

  saveState(state) {
    this.saved.state = state;
  }

  storedState() {
    return this.saved.state;
  }

  clientInformation() {
    return this.saved.client;
  }

  saveClientInformation(client) {
    this.saved.client = client;
  }

  tokens() {
    return this.saved.tokens;
  }

  saveTokens(tokens) {
    this.saved.tokens = tokens;
  }

  redirectToAuthorization(url) {
    this.opened = true;
    person(String(url)).catch(e => process.stderr.write(`${e.stack}\n`));
  }

  saveCodeVerifier(verifier) {
    this.saved.verifier = verifier;
  }

  codeVerifier() {
    return this.saved.verifier;
  }

  invalidateCredentials(scope) {
    const names = { all: ['client', 'tokens', 'verifier', 'discovery'], client: ['client'], tokens: ['tokens'], verifier: ['verifier'],
      discovery: ['discovery'] };
    for (const name of names[scope] ?? []) delete this.saved[name];
  }
}
