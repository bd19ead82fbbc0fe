// mcp-remote as the bridge of a client that knows stdio only, with OAuth: node mcp-remote.mjs URL
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
import { check, done, elicited, everything, pages, sampled } from './report.mjs';

const [url] = process.argv.slice(2);
const config = mkdtempSync(path.join(tmpdir(), 'mcp-remote-'));

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

for (const [name, where, ...options] of [
  ['mcp-remote, Streamable HTTP, first login', `${url}/mcp`, '--transport', 'http-only'],
  ['mcp-remote, Streamable HTTP, stored login', `${url}/mcp`, '--transport', 'http-only'],
  ['mcp-remote, HTTP+SSE', `${url}/sse`, '--transport', 'sse-only']
]) {
  await check(`${name}: logs in and connects`, async () => {
    const bridge = new StdioClientTransport({
      command: path.resolve('node_modules/.bin/mcp-remote'),
      args: [where, String(await freePort()), ...options],
      env: { ...process.env, MCP_REMOTE_CONFIG_DIR: config, BROWSER: 'none' },
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
      throw new Error(`${e.message}; mcp-remote wrote:\n${said}`);
    }
    await everything(name, {
      tools: async () => (await pages(cursor => client.listTools({ cursor }), 'tools')).map(tool => tool.name),
      resources: async () => (await pages(cursor => client.listResources({ cursor }), 'resources')).map(resource => resource.uri),
      prompts: async () => (await pages(cursor => client.listPrompts({ cursor }), 'prompts')).map(prompt => prompt.name),
      call: (tool, args) => client.callTool({ name: tool, arguments: args }),
      elicitation: () => asked,
      sampling: true,
      roots: true
    });
    await client.close();
  });
}
done();
