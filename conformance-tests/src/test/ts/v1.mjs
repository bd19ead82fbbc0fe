// Runs the checks with the TypeScript SDK 1.x, over each transport.
//
//   node v1.mjs http|sse <url of the server>
//   node v1.mjs stdio <command> <argument>...

import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import {
  CreateMessageRequestSchema, ElicitRequestSchema, ListRootsRequestSchema, ResultSchema
} from '@modelcontextprotocol/sdk/types.js';
import { features } from './features.mjs';
import { done, fatal, Inbox } from './report.mjs';
import { resumption } from './resumption.mjs';
import { sessions } from './sessions.mjs';
import { tasks } from './tasks.mjs';

const [kind, ...where] = process.argv.slice(2);

function transport(options) {
  switch (kind) {
    case 'http':
      return new StreamableHTTPClientTransport(new URL('/mcp', where[0]), options);
    case 'sse':
      return new SSEClientTransport(new URL('/sse', where[0]));
    case 'stdio':
      return new StdioClientTransport({ command: where[0], args: where.slice(1), stderr: 'inherit' });
    default:
      throw new Error(`Unknown transport: ${kind}`);
  }
}

/** Returns a connected client; with a session id it continues that session. */
async function connect(options) {
  const client = new Client(
    { name: 'typescript-sdk-1', version: '1.0.0' },
    {
      capabilities: {
        roots: { listChanged: true },
        sampling: { tools: {}, context: {} },
        elicitation: { form: { applyDefaults: true }, url: {} }
      }
    });
  const answers = {};
  client.setRequestHandler(ElicitRequestSchema, request => answers.elicit(request.params));
  client.setRequestHandler(CreateMessageRequestSchema, request => answers.sample(request.params));
  client.setRequestHandler(ListRootsRequestSchema, () => answers.roots());
  const inbox = new Inbox();
  const line = transport(options);
  line.onmessage = message => inbox.add(message);
  await client.connect(line);
  return { client, answers, inbox, transport: line };
}

async function all(list, field) {
  const found = [];
  let cursor;
  do {
    const page = await list({ cursor });
    found.push(...page[field]);
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

function peer({ client, answers, inbox }) {
  const called = new Set();
  const call = (name, args = {}, options) => {
    called.add(name);
    return client.callTool({ name, arguments: args }, undefined, options);
  };
  return {
    name: `SDK 1, ${kind}`,
    stateful: true,
    pages: kind !== 'stdio',
    client,
    answers,
    inbox,
    called,
    call,
    anyResult: ResultSchema,
    lists: {
      tools: () => all(page => client.listTools(page), 'tools'),
      resources: () => all(page => client.listResources(page), 'resources'),
      templates: () => all(page => client.listResourceTemplates(page), 'resourceTemplates'),
      prompts: () => all(page => client.listPrompts(page), 'prompts')
    },
    watch: async () => async () => {}
  };
}

try {
  const first = peer(await connect());
  await sessions(first);
  await features(first);
  await tasks(first);
  if (kind === 'http') {
    await resumption(first.name, connect);
  }
  await first.client.close();
  done();
} catch (e) {
  fatal(e);
}
