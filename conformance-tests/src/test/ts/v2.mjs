// Runs the checks with the TypeScript SDK 2, whose client supports both eras, one after the other at the same URL.
//
//   node v2.mjs http <url of the server>
//   node v2.mjs stdio <command> <argument>...

import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import assert from 'node:assert/strict';
import { features } from './features.mjs';
import { check, done, fatal, Inbox } from './report.mjs';
import { sessions } from './sessions.mjs';
import { stateless } from './stateless.mjs';

const [kind, ...where] = process.argv.slice(2);

/** Accepts every result unchanged. */
const anyResult = { '~standard': { version: 1, vendor: 'conformance', validate: value => ({ value }) } };

function newTransport(seen) {
  if (kind === 'stdio') {
    return new StdioClientTransport({ command: where[0], args: where.slice(1), stderr: 'inherit' });
  }
  return new StreamableHTTPClientTransport(new URL('/mcp', where[0]), {
    fetch: (url, init) => {
      seen.push({ method: init.method, headers: new Headers(init.headers), body: init.body });
      return fetch(url, init);
    }
  });
}

async function connect(mode) {
  const client = new Client(
    { name: 'typescript-sdk-2', version: '1.0.0' },
    {
      versionNegotiation: { mode },
      capabilities: {
        roots: { listChanged: true },
        sampling: { tools: {}, context: {} },
        elicitation: { form: { applyDefaults: true }, url: {} }
      }
    });
  const answers = {};
  client.setRequestHandler('elicitation/create', request => answers.elicit(request.params));
  client.setRequestHandler('sampling/createMessage', request => answers.sample(request.params));
  client.setRequestHandler('roots/list', () => answers.roots());
  const inbox = new Inbox();
  const seen = [];
  const line = newTransport(seen);
  line.onmessage = message => inbox.add(message);
  await client.connect(line);
  return { client, answers, inbox, seen };
}

async function peer(mode) {
  const { client, answers, inbox, seen } = await connect(mode);
  const stateful = client.getProtocolEra() === 'legacy';
  const called = new Set();
  const call = (name, args = {}, options) => {
    called.add(name);
    return client.callTool({ name, arguments: args }, options);
  };
  const fresh = { cacheMode: 'refresh' };
  return {
    name: `SDK 2, ${kind}, ${client.getNegotiatedProtocolVersion()}`,
    stateful,
    pages: kind !== 'stdio',
    client,
    answers,
    inbox,
    seen,
    called,
    call,
    another: () => newTransport([]),
    anyResult,
    lists: {
      tools: async () => (await client.listTools(undefined, fresh)).tools,
      resources: async () => (await client.listResources(undefined, fresh)).resources,
      templates: async () => (await client.listResourceTemplates(undefined, fresh)).resourceTemplates,
      prompts: async () => (await client.listPrompts(undefined, fresh)).prompts
    },
    watch: async what => {
      if (stateful) {
        return async () => {};
      }
      const subscription = await client.listen(what);
      assert.deepEqual(subscription.honoredFilter, what);
      return () => subscription.close();
    }
  };
}

try {
  const old = await peer('legacy');
  await check(`${old.name}: this is the stateful era`, async () => {
    assert.equal(old.client.getProtocolEra(), 'legacy');
    assert.equal(old.client.getNegotiatedProtocolVersion(), '2025-11-25');
  });
  const modern = await peer('auto');
  await check(`${modern.name}: this is the stateless era`, async () => {
    assert.equal(modern.client.getProtocolEra(), 'modern');
    assert.equal(modern.client.getNegotiatedProtocolVersion(), '2026-07-28');
  });
  await sessions(old);
  await features(old);
  await features(modern);
  await stateless(modern);
  await old.client.close();
  await modern.client.close();
  done();
} catch (e) {
  fatal(e);
}
