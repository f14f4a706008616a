// The sample host pages on a server of their own: another origin than the site's, with headers that
// aren't ours, as an article has them.

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { basename, extname, join } from "node:path";
import { DIST } from "./support.mjs";

const TYPES = { ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript" };

/**
 * Serves the samples until `stop()`, in whatever folder they are asked for; what they show comes
 * from `site`. `change(text, name)` may change a file.
 */
export async function startHost({ site, change = (text) => text }) {
  const server = createServer((request, response) => {
    const name = basename(new URL(request.url, "http://any.host").pathname);
    let text;
    try {
      text = readFileSync(join(DIST, "samples", name), "utf8");
    } catch {
      return response.writeHead(404).end();
    }
    // From another origin an address that leads out of the samples leads to the site.
    const led = text.replaceAll('="../', `="${site.url}`);
    response.writeHead(200, { "content-type": TYPES[extname(name)] }).end(change(led, name));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, stop };
}
