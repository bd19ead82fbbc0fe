// The OAuth implementation of the TypeScript SDKs discovers the authorization server, identifies its client in one of
// three ways, completes login and consent, calls tools, refreshes its token, and requests a step-up.
//
// The URL is that of the server or of one of its endpoints.
//
//   node oauth.mjs <1|2-legacy|2-modern> <url of the server> dynamic
//   node oauth.mjs <1|2-legacy|2-modern> <url of the server> preregistered <client id> [<secret>]
//   node oauth.mjs <1|2-legacy|2-modern> <url of the server> document <https URL of the metadata document>

import * as two from '@modelcontextprotocol/client';
import { UnauthorizedError as Unauthorized1 } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client as Client1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as Http1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Browser } from './browser.mjs';
import { check, done, fatal } from './report.mjs';

const [generation, address, registration, clientId, secret] = process.argv.slice(2);
const REDIRECT = 'http://127.0.0.1:33418/callback';
const given = new URL(address);
const endpoint = given.pathname === '/' ? new URL('/mcp', given) : given;
const issuer = given.origin.replace('127.0.0.1', 'localhost');

/** Storage of an application for the SDK, which returns the stored values unchanged. */
class Keeper {
  saved = {};
  sentTo = [];
  get redirectUrl() {
    return REDIRECT;
  }
  get clientMetadataUrl() {
    return registration === 'document' ? clientId : undefined;
  }
  get clientMetadata() {
    return {
      client_name: `TypeScript SDK ${generation}`,
      redirect_uris: [REDIRECT],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none'
    };
  }
  state() {
    this.saved.state = randomUUID();
    return this.saved.state;
  }
  clientInformation() {
    return registration === 'preregistered'
      ? { client_id: clientId, issuer, ...(secret && { client_secret: secret }) }
      : this.saved.client;
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
    this.sentTo.push(url);
  }
  saveCodeVerifier(verifier) {
    this.saved.verifier = verifier;
  }
  codeVerifier() {
    return this.saved.verifier;
  }
  saveDiscoveryState(state) {
    this.saved.discovery = state;
  }
  discoveryState() {
    return this.saved.discovery;
  }
}

function newClient() {
  const info = { name: `typescript-sdk-${generation}`, version: '1.0.0' };
  if (generation === '1') {
    return new Client1(info);
  }
  const mode = generation === '2-legacy' ? 'legacy' : { pin: '2026-07-28' };
  return new two.Client(info, { versionNegotiation: { mode } });
}

function newTransport(keeper, options = {}) {
  const Transport = generation === '1' ? Http1 : two.StreamableHTTPClientTransport;
  return new Transport(endpoint, { authProvider: keeper, ...options });
}

function isUnauthorized(error) {
  return error instanceof (generation === '1' ? Unauthorized1 : two.UnauthorizedError);
}

/** Runs an action; completes the authorization pages if it is unauthorized, and retries. */
async function withUser(keeper, browser, answers, transport, action) {
  const before = keeper.sentTo.length;
  await assert.rejects(action(), isUnauthorized);
  assert.equal(keeper.sentTo.length, before + 1, 'The SDK sends the user to the authorization server');
  const asked = keeper.sentTo.at(-1);
  const back = await browser.authorize(asked, REDIRECT, answers);
  assert.equal(back.searchParams.get('state'), keeper.saved.state);
  assert.equal(back.searchParams.get('iss'), issuer, 'RFC 9207');
  if (back.searchParams.has('code')) {
    await (generation === '1'
      ? transport.finishAuth(back.searchParams.get('code'))
      : transport.finishAuth(back.searchParams));
  }
  return { asked, back };
}

const text = result => result.content.map(part => part.text).join('\n');
const who = async client => (await client.callTool({ name: 'whoAmI', arguments: {} })).structuredContent;

async function main() {
  const keeper = new Keeper();
  const browser = new Browser();
  const client = newClient();
  let transport;

  await check('a denied consent is redirected with access_denied', async () => {
    const refused = new Keeper();
    const line = newTransport(refused);
    const { back } = await withUser(refused, new Browser(), { decision: 'deny' }, line, () => newClient().connect(line));
    assert.equal(back.searchParams.get('error'), 'access_denied');
    assert.ok(!back.searchParams.has('code'));
  });

  await check('discovery, registration, consent, login', async () => {
    transport = newTransport(keeper);
    const { asked } = await withUser(keeper, browser, {}, transport, () => newClient().connect(transport));
    assert.equal(asked.searchParams.get('code_challenge_method'), 'S256');
    assert.equal(asked.searchParams.get('resource'), endpoint.href);
    assert.equal(asked.searchParams.get('scope'), 'mcp:read mcp:write');
    if (registration !== 'dynamic') {
      assert.equal(asked.searchParams.get('client_id'), clientId);
    }
    const consent = browser.visited.indexOf('POST /authorize/consent');
    const login = browser.visited.indexOf('POST /fakeupstreamauth/authorize');
    assert.ok(consent > 0 && login > consent, `Consent precedes the login: ${browser.visited}`);
    assert.equal(keeper.saved.tokens.token_type.toLowerCase(), 'bearer');
    assert.ok(keeper.saved.tokens.expires_in > 0 && keeper.saved.tokens.refresh_token);
  });

  await check('a call with the token has the identity of the user', async () => {
    transport = newTransport(keeper);
    await client.connect(transport);
    const me = await who(client);
    assert.match(me.subject, /alice/);
    assert.deepEqual(me.scopes, ['mcp:read', 'mcp:write']);
    assert.ok(me.clientId);
    assert.equal(text(await client.callTool({ name: 'echo', arguments: { message: 'hello' } })), 'Echo: hello');
  });

  await check('an expired access token is refreshed without the user, and the session continues', async () => {
    const { refresh_token: before } = keeper.saved.tokens;
    const session = transport.sessionId;
    const times = keeper.sentTo.length;
    keeper.saved.tokens = { ...keeper.saved.tokens, access_token: 'ended' };
    assert.match((await who(client)).subject, /alice/);
    assert.notEqual(keeper.saved.tokens.access_token, 'ended');
    assert.notEqual(keeper.saved.tokens.refresh_token, before, 'Refresh tokens are used once');
    assert.equal(transport.sessionId, session);
    assert.equal(keeper.sentTo.length, times);
  });

  await check('a tool with a higher scope is rejected, and allowed after a step-up', async () => {
    // With a refresh token the SDKs refresh first, which must not add scopes.
    const { refresh_token: _, ...rest } = keeper.saved.tokens;
    keeper.saved.tokens = rest;
    const call = () => client.callTool({ name: 'addTool', arguments: {} });
    const { asked } = await withUser(keeper, browser, {}, transport, call);
    assert.match(asked.searchParams.get('scope'), /\bmcp:admin\b/);
    assert.ok(!(await call()).isError);
    assert.ok((await who(client)).scopes.includes('mcp:admin'));
    await client.callTool({ name: 'removeTool', arguments: {} });
  });

  await check('a refresh adds no scopes', async () => {
    const other = new Keeper();
    const first = newTransport(other);
    await withUser(other, new Browser(), { user: 'bob' }, first, () => newClient().connect(first));
    const line = newTransport(other);
    const bob = newClient();
    await bob.connect(line);
    assert.match((await who(bob)).subject, /bob/);
    await assert.rejects(bob.callTool({ name: 'addTool', arguments: {} }));
    await bob.close();
  });

  await client.close();
}

main().then(done, fatal);
