// mcp-use 1.34.6, the last version with a client: node mcp-use.mjs URL
import { check, done, elicited, everything, sampled } from './report.mjs';

// No traffic but to the server.
process.env.MCP_USE_ANONYMIZED_TELEMETRY = 'false';
const { MCPClient } = await import('mcp-use/client');

const [url] = process.argv.slice(2);
for (const [name, server] of [
  ['mcp-use, Streamable HTTP', { url: `${url}/mcp` }],
  ['mcp-use, HTTP+SSE', { url: `${url}/sse`, preferSse: true, transport: 'sse' }]
]) {
  let asked = 0;
  await check(`${name}: connects`, async () => {
    const client = new MCPClient({ mcpServers: { everything: server } }, {
      onSampling: async () => sampled,
      onElicitation: async params => {
        asked++;
        return elicited(params);
      }
    });
    const session = await client.createSession('everything');
    await session.setRoots([{ uri: 'file:///home/ada', name: 'Home' }]);
    await everything(name, {
      tools: async () => (await session.listTools()).map(tool => tool.name),
      resources: async () => (await session.listAllResources()).resources.map(resource => resource.uri),
      prompts: async () => (await session.listPrompts()).prompts.map(prompt => prompt.name),
      call: (tool, args) => session.callTool(tool, args),
      elicitation: () => asked,
      sampling: true,
      roots: true
    });
    await client.closeAllSessions();
  });
}
done();
