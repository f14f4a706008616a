// A line between nginx and the browser that spoils some answers on purpose and passes all others
// on as they are: headers, encoding, status.

import { once } from "node:events";
import { Agent, createServer, request as ask } from "node:http";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** Headers that are of one connection, not of the answer. */
const OF_THE_CONNECTION = new Set(["connection", "keep-alive", "transfer-encoding"]);
/** Headers by which a browser would take a spoiled body for the whole one, now or later. */
const OF_THE_WHOLE = new Set(["accept-ranges", "cache-control", "content-length", "etag", "last-modified"]);

/**
 * Leads to `site` until `stop()`. `fault(path)` is asked at each request, `path` being relative
 * to the site; it answers nothing or how the answer is spoiled:
 *
 * - `{ delay }`: it comes so many milliseconds late;
 * - `{ status }`: this status comes instead;
 * - `{ truncate }`: this share of the body comes as if that were all of it;
 * - `{ hangUp }`: this share of the body comes, then the connection breaks.
 */
export async function leadTo(site, fault) {
  const { origin, pathname: base } = new URL(site.url);
  const agent = new Agent({ keepAlive: true });

  async function pass(request, response) {
    const path = new URL(request.url, origin).pathname.slice(base.length);
    const { delay, status, truncate, hangUp } = fault(path) ?? {};
    if (delay) await sleep(delay);
    if (status) return response.writeHead(status, { "content-type": "text/plain" }).end(`Status ${status}\n`);
    const share = truncate ?? hangUp;
    const headers = share === undefined ? request.headers : plainly(request.headers);
    const asked = ask(origin + request.url, { method: request.method, headers, agent });
    asked.end();
    const [answer] = await once(asked, "response");
    if (share === undefined) {
      response.writeHead(answer.statusCode, without(OF_THE_CONNECTION, answer.headers));
      return pipeline(answer, response);
    }
    const body = Buffer.concat(await answer.toArray());
    const part = body.subarray(0, Math.floor(body.length * share));
    const kept = without(OF_THE_WHOLE, without(OF_THE_CONNECTION, answer.headers));
    const length = truncate === undefined ? body.length : part.length;
    response.writeHead(answer.statusCode, { ...kept, "cache-control": "no-store", "content-length": length });
    if (truncate !== undefined) return response.end(part);
    response.flushHeaders();
    return response.write(part, () => response.socket.end());
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    async stop() {
      const closed = once(server.close(), "close");
      server.closeAllConnections();
      agent.destroy();
      await closed;
    },
  };
}

/** Asks for the whole body, uncompressed: half of a compressed one is not half of the text. */
function plainly(headers) {
  return without(new Set(["accept-encoding", "if-none-match", "if-modified-since", "range"]), headers);
}

function without(names, headers) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.has(name)));
}
