// Tasks of revision 2025-11-25.

import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import assert from 'node:assert/strict';
import { notification, progress, text } from './features.mjs';
import { check, refusal } from './report.mjs';

/** Runs the checks of tasks. */
export async function tasks(peer) {
  const { client } = peer;
  const api = client.experimental.tasks;
  const each = async (name, body) => check(`${peer.name}: ${name}`, body);

  /** Starts a task; returns its id and the pending events. */
  async function start(name, args) {
    const events = api.callToolStream({ name, arguments: args }, CallToolResultSchema, { task: { ttl: 60_000 } });
    const { value } = await events.next();
    assert.equal(value.type, 'taskCreated', JSON.stringify(value));
    return { id: value.task.taskId, task: value.task, events };
  }

  async function last(events) {
    let event;
    for await (event of events) {
      if (event.type === 'error') {
        throw event.error;
      }
    }
    return event;
  }

  await each('the server supports tasks', async () => {
    const { tasks } = client.getServerCapabilities();
    assert.ok(tasks.list && tasks.cancel && tasks.requests.tools.call);
    const support = (await peer.lists.tools())
      .filter(tool => tool.execution?.taskSupport === 'optional').map(tool => tool.name).sort();
    assert.deepEqual(support, ['elicitInputs', 'longRunningOperation', 'sampleLLM']);
  });
  await each('a call becomes a task and has a result', async () => {
    const { task, events } = await start('longRunningOperation', { duration: 0.3, steps: 3 });
    assert.equal(task.status, 'working');
    assert.equal(task.ttl, 60_000);
    const event = await last(events);
    assert.equal(event.type, 'result');
    assert.match(text(event.result), /completed/);
    assert.equal(event.result._meta['io.modelcontextprotocol/related-task'].taskId, task.taskId);
  });
  await each('tasks/result waits, and can be repeated', async () => {
    const { id } = await start('longRunningOperation', { duration: 0.5, steps: 1 });
    const waited = await api.getTaskResult(id, CallToolResultSchema);
    assert.match(text(waited), /completed/);
    assert.deepEqual(await api.getTaskResult(id, CallToolResultSchema), waited);
    assert.equal((await api.getTask(id)).status, 'completed');
  });
  await each('a task reports progress', async () => {
    const mark = peer.inbox.mark;
    const events = api.callToolStream(
      { name: 'longRunningOperation', arguments: { duration: 0.6, steps: 3 } },
      CallToolResultSchema,
      { task: {}, onprogress: () => {} });
    assert.equal((await last(events)).type, 'result');
    await peer.inbox.first(notification('notifications/progress', step => step.progress === 3), 'the last step', mark);
    assert.deepEqual(progress(peer.inbox, mark).map(step => step.progress), [1, 2, 3]);
  });
  await each('a task can be cancelled', async () => {
    const { id } = await start('longRunningOperation', { duration: 300, steps: 100 });
    assert.equal((await api.cancelTask(id)).status, 'cancelled');
    assert.equal((await api.getTask(id)).status, 'cancelled');
    assert.equal((await refusal(api.cancelTask(id))).code, -32602);
  });
  await each('the tasks are listed', async () => {
    const { id } = await start('longRunningOperation', { duration: 0, steps: 1 });
    const found = [];
    let cursor;
    do {
      const page = await api.listTasks(cursor);
      found.push(...page.tasks.map(task => task.taskId));
      cursor = page.nextCursor;
    } while (cursor);
    assert.ok(found.includes(id));
    assert.equal(new Set(found).size, found.length);
    return `${found.length} tasks`;
  });
  await each('a task with an elicitation', async () => {
    peer.answers.elicit = async () => ({ action: 'accept', content: { name: 'Task Asker' } });
    const { events } = await start('elicitInputs', {});
    const event = await last(events);
    assert.equal(event.type, 'result');
    assert.match(text(event.result), /Task Asker/);
  });
  await each('a task with sampling', async () => {
    peer.answers.sample = async () => ({
      role: 'assistant', model: 'parrot-1', content: { type: 'text', text: 'From a task.' }
    });
    const { id } = await start('sampleLLM', { prompt: 'Hello' });
    assert.equal(text(await api.getTaskResult(id, CallToolResultSchema)), 'LLM sampling result: From a task.');
  });
  await each('a tool without task support rejects a task', async () => {
    const events = api.callToolStream({ name: 'echo', arguments: { message: 'x' } }, CallToolResultSchema, { task: {} });
    const { value } = await events.next();
    assert.equal(value.type, 'error');
    assert.equal(value.error.code, -32601);
  });
  await each('a task that does not exist', async () => {
    assert.equal((await refusal(api.getTask('no-such-task'))).code, -32602);
    assert.equal((await refusal(api.getTaskResult('no-such-task', CallToolResultSchema))).code, -32602);
  });
}
