// mcp-remote as the bridge of a client that supports stdio only, with OAuth: node mcp-remote.mjs URL
// The server must be its own authorization server, with the fake identity provider.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import {
  CreateMessageRequestSchema, ElicitRequestSchema, ListRootsRequestSchema
} from '@modelcontextprotocol/sdk/types.js';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { person } from '../../official/browser.mjs';
import { program } from './program.mjs';
import { elicited, pages, sampled } from './report.mjs';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

const store = () => mkdtempSync(path.join(tmpdir(), 'mcp-remote-'));
const stored = store();

const open = (folder, ...options) => async url => {
  const bridge = new StdioClientTransport({
    command: path.resolve('node_modules/.bin/mcp-remote'),
    args: [url, String(await freePort()), ...options],
    env: { ...process.env, MCP_REMOTE_CONFIG_DIR: folder(), BROWSER: 'none' },
    stderr: 'pipe'
  });
  let said = '';
  const opened = new Set();
  bridge.stderr.setEncoding('utf8').on('data', chunk => {
    said += chunk;
    for (const [address] of said.matchAll(/https?:\/\/\S*\/authorize\?\S+(?=\s)/g)) {
      if (!opened.has(address)) {
        opened.add(address);
        person(address).catch(e => process.stderr.write(`${e.stack}\n`));
      }
    }
  });
  const client = new Client({ name: 'stdio-client', version: '1.0.0' }, {
    capabilities: { elicitation: {}, sampling: {}, roots: {} }
  });
  let asked = 0;
  client.setRequestHandler(ElicitRequestSchema, request => {
    asked++;
    return elicited(request.params);
  });
  client.setRequestHandler(CreateMessageRequestSchema, () => sampled);
  client.setRequestHandler(ListRootsRequestSchema, () => ({ roots: [{ uri: 'file:///home/ada', name: 'Home' }] }));
  try {
    await client.connect(bridge, { timeout: 60_000 });
  } catch (e) {
    await client.close();
    throw new Error(`${e.message}; mcp-remote wrote:\n${said}`);
  }
  return {
    tools: async () => (await pages(cursor => client.listTools({ cursor }), 'tools')).map(tool => tool.name),
    resources: async () => (await pages(cursor => client.listResources({ cursor }), 'resources')).map(resource => resource.uri),
    prompts: async () => (await pages(cursor => client.listPrompts({ cursor }), 'prompts')).map(prompt => prompt.name),
    call: (tool, args) => client.callTool({ name: tool, arguments: args }, undefined, { timeout: 20_000 }),
    elicitation: () => asked,
    sampling: true,
    roots: true,
    close: () => client.close()
  };
};

await program({
  first: {
    name: 'mcp-remote, Streamable HTTP, first login', path: '/mcp', open: open(() => stored, '--transport', 'http-only')
  },
  again: {
    name: 'mcp-remote, Streamable HTTP, stored login', path: '/mcp', open: open(() => stored, '--transport', 'http-only')
  },
  sse: { name: 'mcp-remote, HTTP+SSE', path: '/sse', open: open(() => stored, '--transport', 'sse-only') },
  http: { name: 'mcp-remote, Streamable HTTP', open: open(store, '--transport', 'http-only') },
  auto: { name: 'mcp-remote, --protocol auto', open: open(store, '--transport', 'http-only', '--protocol', 'auto') }
});
