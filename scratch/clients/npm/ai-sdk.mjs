// @ai-sdk/mcp: node ai-sdk.mjs URL
import { auth, createMCPClient, ElicitationRequestSchema } from '@ai-sdk/mcp';
import { program } from './program.mjs';
import { elicited, pages } from './report.mjs';

const open = (type, protocolVersionDiscovery) => async (url, login) => {
  let asked = 0;
  let client;
  let tools;
  const connect = async () => {
    client = await createMCPClient({
      transport: { type, url, ...(login && { authProvider: login }) },
      protocolVersionDiscovery,
      capabilities: { elicitation: {} },
      // Closing HTTP+SSE aborts its own stream, which this client reports as an error.
      onUncaughtError: () => {}
    });
    client.onElicitationRequest(ElicitationRequestSchema, request => {
      asked++;
      return elicited(request.params);
    });
  };
  const finish = response => auth(login, { serverUrl: url, authorizationCode: response.get('code'),
    callbackState: response.get('state') ?? undefined, callbackIssuer: response.get('iss') ?? undefined });
  const signedIn = action => login ? login.around(action, finish) : action();
  await signedIn(connect);
  return {
    tools: async () => Object.keys(tools = await client.tools()),
    resources: async () => (await pages(cursor => client.listResources(cursor && { params: { cursor } }), 'resources')).map(r => r.uri),
    prompts: async () => (await pages(cursor => client.experimental_listPrompts(cursor && { params: { cursor } }), 'prompts')).map(p => p.name),
    call: async (tool, args) => {
      if (!tools?.[tool]) tools = await client.tools();
      if (!tools[tool]) throw new Error(`no tool ${tool}`);
      return signedIn(() => tools[tool].execute(args, { toolCallId: '1', messages: [] }));
    },
    elicitation: () => asked,
    close: () => client.close()
  };
};

await program({
  modern: { name: '@ai-sdk/mcp, Streamable HTTP, server/discover', path: '/mcp', open: open('http', true) },
  legacy: { name: '@ai-sdk/mcp, Streamable HTTP, initialize', path: '/mcp', open: open('http', false) },
  sse: { name: '@ai-sdk/mcp, HTTP+SSE', path: '/sse', open: open('sse', false) }
});
