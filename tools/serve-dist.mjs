// A small static server that behaves as plain static hosts do: index.html for a folder, a
// redirect to the slash, 404 for the rest. The browser tests run against it under any base
// path and let it fail on purpose; tools/serve.mjs adds live reload to it.
//
//   node tools/serve-dist.mjs [root] [base path]

import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".xml": "application/xml",
};

/**
 * Serves `root` below `basePath` until `stop()`; `url` ends in a slash.
 *
 * - `fault(path)` may spoil an answer, `path` being relative to the base path:
 *   `{ delay }` milliseconds, `{ status }`, `{ truncate }` to a share of the body as if that
 *   were all of it, `{ hangUp }` after a share of the body.
 * - `answer(request, response, path)` may answer by itself; it then returns true.
 * - `transform(body, type)` may change a body.
 * - `beforeMissing(path)` is awaited before a file is given up as missing.
 */
export async function start({
  root = "dist",
  basePath = "/",
  port = 0,
  fault = () => undefined,
  answer = () => false,
  transform = (body) => body,
  beforeMissing = async () => {},
} = {}) {
  const base = `/${basePath}/`.replace(/\/+/g, "/");

  async function respond(request, response) {
    if (request.method !== "GET" && request.method !== "HEAD") return send(response, 405, "");
    const { pathname, search } = new URL(request.url, "http://localhost");
    if (!pathname.startsWith(base)) return send(response, 404, "Not found\n");
    const path = pathname.slice(base.length);
    if (await answer(request, response, path)) return;

    const spoiled = fault(path) ?? {};
    if (spoiled.delay) await new Promise((resolve) => setTimeout(resolve, spoiled.delay));
    if (spoiled.status) return send(response, spoiled.status, `Status ${spoiled.status}\n`);

    let found = await find(path);
    if (!found) {
      await beforeMissing(path);
      found = await find(path);
    }
    if (found === "folder") return send(response, 301, "", { location: `${pathname}/${search}` });
    if (!found) {
      const page = await find("404.html");
      return page
        ? send(response, 404, await readFile(page), { "content-type": TYPES[".html"] })
        : send(response, 404, "Not found\n");
    }

    const type = TYPES[extname(found)] ?? "application/octet-stream";
    let body = transform(await readFile(found), type);
    if (spoiled.truncate !== undefined) body = body.subarray(0, body.length * spoiled.truncate);
    const headers = { "content-type": type };
    if (spoiled.hangUp !== undefined) {
      response.writeHead(200, { ...headers, "content-length": body.length });
      const part = body.subarray(0, body.length * spoiled.hangUp);
      return response.write(part, () => setTimeout(() => response.destroy(), 50));
    }
    send(response, 200, request.method === "HEAD" ? "" : body, headers);
  }

  /** The file at `path`, "folder" if it needs a slash, undefined if there is nothing. */
  async function find(path) {
    let decoded;
    try {
      decoded = decodeURIComponent(path);
    } catch {
      return undefined;
    }
    // Nothing above the root, and nothing hidden: Trunk assembles the next build in .stage.
    if (/(^|\/)\.(?!well-known\/)|\0/.test(decoded)) return undefined;
    const file = join(root, normalize(`/${decoded}`));
    const kind = await stat(file).catch(() => undefined);
    if (kind?.isFile()) return decoded.endsWith("/") ? undefined : file;
    if (!kind?.isDirectory()) return undefined;
    const index = join(file, "index.html");
    if (!(await stat(index).catch(() => undefined))) return undefined;
    return decoded === "" || decoded.endsWith("/") ? index : "folder";
  }

  const server = createServer((request, response) => {
    respond(request, response).catch((error) => {
      if (response.headersSent) response.destroy();
      else send(response, 500, `${error}\n`);
    });
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

function send(response, status, body, headers = {}) {
  response.writeHead(status, {
    "access-control-allow-origin": "*",
    "cache-control": "no-cache",
    "content-type": TYPES[".txt"],
    "x-content-type-options": "nosniff",
    ...headers,
  });
  response.end(body);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [root, basePath] = process.argv.slice(2);
  const { url } = await start({ root, basePath, port: 8080 });
  console.log(`serving ${root ?? "dist"} at ${url}`);
}
