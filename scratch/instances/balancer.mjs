// Gives each request to the next instance: node balancer.mjs <port> <port of an instance>...
// What takes no connection is passed over. For trying things out; nginx.conf is the real thing.

import http from 'node:http';

const [port, ...instances] = process.argv.slice(2).map(Number);
let turn = 0;

function pass(request, response, left) {
  const { method, url, headers } = request;
  const onward = http.request({ port: instances[turn++ % instances.length], method, path: url, headers, agent: false });
  let reached = false;
  onward.on('socket', socket => socket.on('connect', () => {
    reached = true;
    request.pipe(onward);
  }));
  onward.on('response', answer => {
    response.writeHead(answer.statusCode, answer.headers);
    response.flushHeaders();
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  onward.on('error', () => {
    if (!reached && left > 1) {
      pass(request, response, left - 1);
    } else if (!response.headersSent) {
      response.writeHead(502).end();
    } else {
      response.destroy();
    }
  });
  response.on('close', () => onward.destroy());
}

http.createServer((request, response) => pass(request, response, instances.length))
  .on('clientError', (error, socket) => socket.destroy())
  .listen(port, '127.0.0.1');
