// @langchain/mcp-adapters: node langchain-adapters.mjs URL
import { MultiServerMCPClient } from '@langchain/mcp-adapters';
import { auth } from '@modelcontextprotocol/sdk/client/auth.js';
import { program } from './program.mjs';

const open = transport => async (url, login) => {
  let client;
  let tools;
  const connect = async () => {
    client = new MultiServerMCPClient({
      throwOnLoadError: true,
      mcpServers: { everything: { transport, url, automaticSSEFallback: false, ...(login && { authProvider: login }) } }
    });
    tools = await client.getTools();
  };
  const finish = response => auth(login, { serverUrl: url, authorizationCode: response.get('code') });
  const signedIn = action => login ? login.around(action, finish) : action();
  await signedIn(connect);
  return {
    tools: () => tools.map(tool => tool.name),
    resources: async () => Object.values(await client.listResources()).flat().map(resource => resource.uri),
    call: async (name, args) => {
      const tool = tools.find(one => one.name === name) ??
        (tools = await (await client.getTools())).find(one => one.name === name);
      if (!tool) throw new Error(`no tool ${name}`);
      const result = await signedIn(() => tool.invoke(args));
      return { content: [{ type: 'text', text: typeof result === 'string' ? result : JSON.stringify(result) }] };
    },
    close: () => client.close()
  };
};

await program({
  http: { name: '@langchain/mcp-adapters, Streamable HTTP', path: '/mcp', open: open('http') },
  sse: { name: '@langchain/mcp-adapters, HTTP+SSE', path: '/sse', open: open('sse') }
});
