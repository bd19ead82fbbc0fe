// Connects the TypeScript SDKs to a server with a bearer token.
//
//   node bearer.mjs <1|2-legacy|2-modern> <url of the endpoint> <token> <name of the server> <greeting>

import * as two from '@modelcontextprotocol/client';
import { Client as Client1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as Http1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import assert from 'node:assert/strict';
import { check, done, fatal } from './report.mjs';

const [generation, url, token, name, greeting] = process.argv.slice(2);
const options = { requestInit: { headers: { Authorization: `Bearer ${token}` } } };

function newClient() {
  const info = { name: 'bearer', version: '1.0.0' };
  if (generation === '1') {
    return new Client1(info);
  }
  const mode = generation === '2-legacy' ? 'legacy' : { pin: '2026-07-28' };
  return new two.Client(info, { versionNegotiation: { mode } });
}

async function main() {
  const client = newClient();
  await check('connects', async () => {
    const Transport = generation === '1' ? Http1 : two.StreamableHTTPClientTransport;
    await client.connect(new Transport(new URL(url), options));
    assert.equal(client.getServerVersion().name, name);
  });
  await check('lists and calls', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(tools.map(tool => tool.name), ['greet']);
    const result = await client.callTool({ name: 'greet', arguments: { name: 'Ada' } });
    assert.equal(result.content[0].text, `${greeting}, Ada`);
  });
  await client.close();
}

main().then(done, fatal);
