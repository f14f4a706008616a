// `make run`: builds, serves dist/ at http://127.0.0.1:8080/, and builds and reloads again
// whenever a source changes.
//
// Instead of `trunk serve`, for three reasons: its reload script is inline, which the page's
// policy forbids; it doesn't notice deleted files; and after a failed build it says nothing a
// script could act on. The reload script here is a file of its own, added to pages as they
// are served and never written to dist/.
//
// Sources are polled, which also works in containers and on network folders.

import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { start } from "./serve-dist.mjs";

const PORT = Number(process.env.PORT ?? 8080);
const POLL_MS = 500;
const RELOAD_SCRIPT = `
let seen;
new EventSource("/.reload").onmessage = ({ data }) => {
  if (data === "failed") return console.warn("The build failed: see the terminal.");
  if (seen !== undefined && seen !== data) location.reload();
  seen = data;
};
`;

const listeners = new Set();
let build = Date.now(); // Its name: another after a restart too, so that open pages reload.
let child;
let firstBuild;

function runBuild() {
  return new Promise((resolve) => {
    child = spawn("tools/build.sh", { stdio: "inherit", env: { ...process.env, QAWLAN_DRAFT: "1" } });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => {
      child = undefined;
      resolve(code === 0);
    });
  });
}

function tell(message) {
  for (const response of listeners) response.write(`data: ${message}\n\n`);
}

async function answer(request, response, path) {
  await firstBuild;
  if (path === ".reload.js") {
    response.writeHead(200, { "content-type": "text/javascript" }).end(RELOAD_SCRIPT);
  } else if (path === ".reload") {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
    response.write(`retry: 1000\ndata: ${build}\n\n`);
    listeners.add(response);
    request.once("close", () => listeners.delete(response));
  } else {
    return false;
  }
  return true;
}

function transform(body, type) {
  if (!type.startsWith("text/html")) return body;
  const html = body.toString().replace("</head>", '<script src="/.reload.js" defer></script></head>');
  return Buffer.from(html);
}

/** Everything Trunk.toml says to watch, as one string that changes when a file does. */
async function snapshot() {
  const watched = JSON.parse(/^watch = (\[.*\])$/m.exec(readFileSync("Trunk.toml", "utf8"))[1]);
  const lines = [];
  async function visit(path) {
    const kind = await stat(path).catch(() => undefined);
    if (kind?.isDirectory()) {
      for (const name of (await readdir(path).catch(() => [])).sort()) await visit(join(path, name));
    } else if (kind) {
      lines.push(`${path} ${kind.size} ${kind.mtimeMs}`);
    }
  }
  for (const path of watched) await visit(path);
  return lines.join("\n");
}

/** Waits until the sources differ from `before` and have come to rest. */
async function changed(before) {
  let last = before;
  for (;;) {
    const started = performance.now();
    const now = await snapshot();
    if (now !== before && now === last) return now;
    last = now;
    await sleep(Math.max(now === before ? POLL_MS : 100, 5 * (performance.now() - started)));
  }
}

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    child?.kill();
    process.exit(0);
  });
}

let ready;
firstBuild = new Promise((resolve) => (ready = resolve));
let url;
try {
  // A file may be missing for an instant while a new build is put in place.
  const beforeMissing = () => (child ? sleep(300) : undefined);
  ({ url } = await start({ root: "dist", port: PORT, answer, transform, beforeMissing }));
} catch (error) {
  console.error(error.code === "EADDRINUSE" ? `run: port ${PORT} is taken; try PORT=8081 make run` : error);
  process.exit(1);
}

let sources = await snapshot();
if (!(await runBuild()) && !existsSync("dist/index.html")) process.exit(1);
ready();
console.log(`run: ${url} (Ctrl-C stops)`);

for (;;) {
  sources = await changed(sources);
  console.log("run: a source changed");
  if (await runBuild()) {
    build += 1;
    tell(build);
    console.log(`run: ${url} is up to date`);
  } else {
    tell("failed");
    console.log("run: waiting for the next change");
  }
}
