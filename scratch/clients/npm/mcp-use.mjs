// mcp-use 1.34.6, the last version with a client: node mcp-use.mjs URL
import { program } from './program.mjs';
import { elicited, sampled } from './report.mjs';

// No traffic but to the server.
process.env.MCP_USE_ANONYMIZED_TELEMETRY = 'false';
const { MCPClient } = await import('mcp-use/client');
// Its own version of the SDK, which it does not export.
const { auth } = await import('./node_modules/mcp-use/node_modules/@modelcontextprotocol/sdk/dist/esm/client/auth.js');

const open = options => async (url, login) => {
  let asked = 0;
  let client;
  let session;
  const connect = async () => {
    client = new MCPClient({ mcpServers: { everything: { url, ...options, ...(login && { authProvider: login }) } } }, {
      onSampling: async () => sampled,
      onElicitation: async params => {
        asked++;
        return elicited(params);
      }
    });
    session = await client.createSession('everything');
    await session.setRoots([{ uri: 'file:///home/ada', name: 'Home' }]);
  };
  const finish = response => auth(login, { serverUrl: url, authorizationCode: response.get('code') });
  const signedIn = action => login ? login.around(action, finish) : action();
  await signedIn(connect);
  return {
    tools: async () => (await session.listTools()).map(tool => tool.name),
    resources: async () => (await session.listAllResources()).resources.map(resource => resource.uri),
    prompts: async () => (await session.listPrompts()).prompts.map(prompt => prompt.name),
    call: (tool, args) => signedIn(() => session.callTool(tool, args)),
    elicitation: () => asked,
    sampling: true,
    roots: true,
    close: () => client.closeAllSessions()
  };
};

await program({
  http: { name: 'mcp-use, Streamable HTTP', path: '/mcp', open: open({}) },
  sse: { name: 'mcp-use, HTTP+SSE', path: '/sse', open: open({ preferSse: true, transport: 'sse' }) }
});
