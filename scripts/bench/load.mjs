// A client that keeps a number of connections busy: each sends its next request when the last one is answered. Plain
// sockets, because on a small machine the client must cost little beside the server that it measures.
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

/**
 * @param {object} options
 * @param {string} options.url of GraphQL on a server
 * @param {number} options.connections kept busy at the same time
 * @param {(i: number) => string | null} options.request the i-th request as text; null ends the run
 * @param {(body: string, i: number) => boolean} options.accept whether the answer is what it should be
 * @returns {Promise<{answered: number, wrong: number, sample: string | null, seconds: number, latencies: number[]}>}
 */
export async function load({ url, connections, request, accept }) {
  const { hostname: host, port } = new URL(url);
  const result = { answered: 0, wrong: 0, sample: null, latencies: [] };
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect({ port: Number(port), host, noDelay: true });
      const exchange = exchanges(socket);
      for (;;) {
        const i = next++;
        const text = request(i);
        if (text === null) break;
        const sent = performance.now();
        const { status, body } = await exchange(text);
        result.latencies.push(performance.now() - sent);
        if (status === 200 && accept(body, i)) result.answered++;
        else {
          result.wrong++;
          result.sample ??= `${status} ${body.slice(0, 300)}`;
        }
      }
      socket.destroy();
    }),
  );
  return { ...result, seconds: (performance.now() - started) / 1000 };
}

/** Sends one request at a time over a socket and reads its answer by Content-Length. */
function exchanges(socket) {
  let text = '';
  let waiting = null;
  socket.setEncoding('latin1');
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('The server closed the connection')));
  socket.on('data', (chunk) => {
    text += chunk;
    const head = text.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? 0);
    if (text.length < head + 4 + length) return;
    const answer = { status: Number(text.slice(9, 12)), body: text.slice(head + 4, head + 4 + length) };
    text = text.slice(head + 4 + length);
    waiting.resolve(answer);
  });
  return (request) =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      socket.write(request);
    });
}

/** A GraphQL operation as the text of an HTTP request. */
export function graphqlRequest(query, variables, cookie) {
  const body = JSON.stringify({ query, variables });
  return (
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\naccept: application/json\r\n` +
    `${cookie ? `cookie: ${cookie}\r\n` : ''}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}

/** The value below which a share of the numbers lies. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;
}
