// Closed connections, and clients that resume their streams.

import assert from 'node:assert/strict';
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { notification, progress, text } from './features.mjs';
import { check, refusal } from './report.mjs';

const OPERATION = { name: 'longRunningOperation', arguments: { duration: 1.5, steps: 6 } };

/** A fetch whose responses to tool calls are closed after the first progress notification. */
function breakingFetch(seen) {
  return async (url, init) => {
    seen.push({ method: init.method, resumed: new Headers(init.headers).get('last-event-id') });
    const response = await fetch(url, init);
    const call = typeof init.body === 'string' && init.body.includes('"tools/call"');
    if (!call || seen.broken || !response.headers.get('content-type').startsWith('text/event-stream')) {
      return response;
    }
    seen.broken = true;
    const reader = response.body.getReader();
    let sent = '';
    const body = new ReadableStream({
      async pull(controller) {
        const { value, done } = await reader.read();
        if (done) {
          controller.close();
          return;
        }
        controller.enqueue(value);
        sent += new TextDecoder().decode(value);
        if (sent.includes('notifications/progress') && sent.endsWith('\n\n')) {
          await reader.cancel();
          controller.error(new Error('The connection was dropped on purpose'));
        }
      }
    });
    return new Response(body, { status: response.status, headers: response.headers });
  };
}

/** Runs the checks of resumption; connect returns a client with options of its transport. */
export async function resumption(name, connect) {
  const each = async (what, body) => check(`${name}: ${what}`, body);

  await each('a closed stream is resumed after its last event', async () => {
    const seen = [];
    const { client, inbox, transport } = await connect({
      fetch: breakingFetch(seen),
      reconnectionOptions: {
        initialReconnectionDelay: 100, maxReconnectionDelay: 1000, reconnectionDelayGrowFactor: 2, maxRetries: 5
      }
    });
    const result = await client.callTool(OPERATION, undefined, { onprogress: () => {} });
    assert.match(text(result), /completed/);
    assert.deepEqual(progress(inbox, 0).map(step => step.progress), [1, 2, 3, 4, 5, 6], 'each step once');
    assert.equal(seen.broken, true);
    const resumed = seen.filter(request => request.resumed);
    assert.equal(resumed.length, 1);
    assert.equal(resumed[0].method, 'GET');
    await transport.terminateSession();
    await client.close();
  });

  await each('another client of the session resumes with a resumption token', async () => {
    const first = await connect();
    const { sessionId, protocolVersion } = first.transport;
    let token;
    const lost = refusal(
      first.client.callTool(OPERATION, undefined, { onresumptiontoken: id => (token = id), onprogress: () => {} }));
    const step = await first.inbox.first(notification('notifications/progress'), 'progress');
    assert.ok(token, 'The events have ids');
    await first.client.close();
    await lost;

    const second = await connect({ sessionId });
    second.transport.setProtocolVersion(protocolVersion);
    const result = await second.client.request(
      { method: 'tools/call', params: OPERATION }, CallToolResultSchema, { resumptionToken: token });
    assert.match(text(result), /completed/);
    const rest = progress(second.inbox, 0).map(({ progress }) => progress);
    assert.deepEqual(rest, [1, 2, 3, 4, 5, 6].slice(step.params.progress));

    await second.transport.terminateSession();
    const gone = await connect({ sessionId });
    gone.transport.setProtocolVersion(protocolVersion);
    assert.equal((await refusal(gone.client.ping())).code, 404);
    await second.client.close();
    await gone.client.close();
    return token;
  });
}
