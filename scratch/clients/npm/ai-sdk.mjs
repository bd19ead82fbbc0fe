// @ai-sdk/mcp: node ai-sdk.mjs URL
import { createMCPClient, ElicitationRequestSchema } from '@ai-sdk/mcp';
import { check, done, elicited, everything, pages } from './report.mjs';

const [url] = process.argv.slice(2);
for (const [name, transport, discovery] of [
  ['@ai-sdk/mcp, Streamable HTTP, server/discover', { type: 'http', url: `${url}/mcp` }, true],
  ['@ai-sdk/mcp, Streamable HTTP, initialize', { type: 'http', url: `${url}/mcp` }, false],
  ['@ai-sdk/mcp, HTTP+SSE', { type: 'sse', url: `${url}/sse` }, false]
]) {
  await check(`${name}: connects`, async () => {
    const client = await createMCPClient({
      transport, protocolVersionDiscovery: discovery, capabilities: { elicitation: {} },
      // Closing HTTP+SSE aborts its own stream, which this client reports as an error.
      onUncaughtError: () => {}
    });
    let asked = 0;
    client.onElicitationRequest(ElicitationRequestSchema, request => {
      asked++;
      return elicited(request.params);
    });
    const tools = await client.tools();
    await everything(name, {
      tools: () => Object.keys(tools),
      resources: async () => (await pages(cursor => client.listResources(cursor && { params: { cursor } }), 'resources')).map(r => r.uri),
      prompts: async () => (await pages(cursor => client.experimental_listPrompts(cursor && { params: { cursor } }), 'prompts')).map(p => p.name),
      call: (tool, args) => tools[tool].execute(args, { toolCallId: '1', messages: [] }),
      elicitation: () => asked
    });
    await client.close();
  });
}
done();
