// What `make run` serves dist/ with: a small static server that behaves as plain static hosts do,
// with index.html for a folder, a redirect to the slash and 404 for the rest, and that
// tools/serve.mjs can add live reload to. Tests and measurements have tools/serve-nginx.mjs.

import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".bib": "application/x-bibtex; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".geojson": "application/geo+json",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".jsonld": "application/ld+json",
  ".png": "image/png",
  ".ris": "application/x-research-info-systems; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".xml": "application/xml",
};

/**
 * Serves `root` for as long as the process runs; `url` ends in a slash.
 *
 * - `answer(request, response, path)` may answer by itself; it then returns true.
 * - `transform(body, type)` may change a body.
 * - `beforeMissing(path)` is awaited before a file is given up as missing.
 */
export async function start({ root, port, answer, transform, beforeMissing }) {
  async function respond(request, response) {
    if (request.method !== "GET" && request.method !== "HEAD") return send(response, 405, "");
    const { pathname, search } = new URL(request.url, "http://localhost");
    const path = pathname.slice(1);
    if (await answer(request, response, path)) return;

    let found = await find(path);
    if (!found) {
      await beforeMissing(path);
      found = await find(path);
    }
    if (found === "folder") return send(response, 301, "", { location: `${pathname}/${search}` });
    if (!found) return send(response, 404, "Not found\n");

    const type = TYPES[extname(found)] ?? "application/octet-stream";
    const body = transform(await readFile(found), type);
    send(response, 200, request.method === "HEAD" ? "" : body, { "content-type": type });
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
  return { url: `http://127.0.0.1:${server.address().port}/` };
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
