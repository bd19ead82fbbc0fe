// @modelcontextprotocol/client 2.x: node typescript-sdk-2.mjs URL
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { program } from './program.mjs';
import { elicited, sampled } from './report.mjs';

/** This SDK compares the issuer of an authorization response with the stored one. */
function remembering(login) {
  login.saveDiscoveryState = state => (login.saved.discovery = state);
  login.discoveryState = () => login.saved.discovery;
  return login;
}

const open = mode => async (url, login) => {
  let asked = 0;
  let client;
  let transport;
  const connect = async () => {
    client = new Client({ name: 'typescript-sdk-2', version: '2.4.0' }, {
      versionNegotiation: { mode },
      capabilities: { elicitation: { form: {} }, sampling: {}, roots: { listChanged: true } }
    });
    client.setRequestHandler('elicitation/create', request => {
      asked++;
      return elicited(request.params);
    });
    client.setRequestHandler('sampling/createMessage', () => sampled);
    client.setRequestHandler('roots/list', () => ({ roots: [{ uri: 'file:///home/ada', name: 'Home' }] }));
    transport = new StreamableHTTPClientTransport(new URL(url), login && { authProvider: remembering(login) });
    await client.connect(transport);
  };
  const finish = response => transport.finishAuth(response);
  const signedIn = action => login ? login.around(action, finish) : action();
  await signedIn(connect);
  const fresh = { cacheMode: 'refresh' };
  return {
    tools: async () => (await client.listTools(undefined, fresh)).tools.map(tool => tool.name),
    resources: async () => (await client.listResources(undefined, fresh)).resources.map(resource => resource.uri),
    prompts: async () => (await client.listPrompts(undefined, fresh)).prompts.map(prompt => prompt.name),
    call: (name, args) => signedIn(() => client.callTool({ name, arguments: args }, { timeout: 20_000, onprogress: () => {} })),
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
  legacy: { name: 'TypeScript SDK 2, 2025-11-25', path: '/mcp', open: open('legacy') },
  modern: { name: 'TypeScript SDK 2, 2026-07-28', path: '/mcp', open: open({ pin: '2026-07-28' }) },
  auto: { name: 'TypeScript SDK 2, either revision', path: '/mcp', open: open('auto') }
});
