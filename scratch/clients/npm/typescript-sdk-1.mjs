// @modelcontextprotocol/sdk 1.x: node typescript-sdk-1.mjs URL
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import {
  CreateMessageRequestSchema, ElicitRequestSchema, ListRootsRequestSchema
} from '@modelcontextprotocol/sdk/types.js';
import { program } from './program.mjs';
import { elicited, pages, sampled } from './report.mjs';

const open = Transport => async (url, login) => {
  const client = new Client({ name: 'typescript-sdk-1', version: '1.32.2' }, {
    capabilities: { elicitation: { form: {} }, sampling: {}, roots: { listChanged: true } }
  });
  let asked = 0;
  client.setRequestHandler(ElicitRequestSchema, request => {
    asked++;
    return elicited(request.params);
  });
  client.setRequestHandler(CreateMessageRequestSchema, () => sampled);
  client.setRequestHandler(ListRootsRequestSchema, () => ({ roots: [{ uri: 'file:///home/ada', name: 'Home' }] }));
  let transport;
  const connect = async () => {
    transport = new Transport(new URL(url), login && { authProvider: login });
    await client.connect(transport);
  };
  const finish = response => transport.finishAuth(response.get('code'));
  const signedIn = action => login ? login.around(action, finish) : action();
  await signedIn(connect);
  return {
    tools: async () => (await pages(cursor => client.listTools({ cursor }), 'tools')).map(tool => tool.name),
    resources: async () => (await pages(cursor => client.listResources({ cursor }), 'resources')).map(resource => resource.uri),
    prompts: async () => (await pages(cursor => client.listPrompts({ cursor }), 'prompts')).map(prompt => prompt.name),
    call: (name, args) => signedIn(() => client.callTool({ name, arguments: args }, undefined, { timeout: 20_000, onprogress: () => {} })),
    elicitation: () => asked,
    sampling: true,
    roots: true,
    close: async () => {
      await transport.terminateSession?.().catch(() => {});
      await client.close();
    }
  };
};

await program({
  http: { name: 'TypeScript SDK 1, Streamable HTTP', path: '/mcp', open: open(StreamableHTTPClientTransport) },
  sse: { name: 'TypeScript SDK 1, HTTP+SSE', path: '/sse', open: open(SSEClientTransport) }
});
