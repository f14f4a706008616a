// Serves a folder with a real nginx, by the settings that are shipped in hosting/nginx.conf, so
// that tests and measurements see the headers, types and compression that readers get.
//
//   node tools/serve-nginx.mjs [root] [base path]     until Ctrl-C

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../", import.meta.url));
const START_WITHIN_MS = 10_000;
const PORTS_TO_TRY = 5;

// nginx runs until the pipe that it is given as standard input closes: however the process that
// asked for it ends, nginx ends with it, and its folder goes.
const UNTIL_INPUT_CLOSES = `
  folder=$1; shift
  exec 3<&0
  (cat <&3 >/dev/null; kill $$ 2>/dev/null; rm -rf "$folder") &
  exec "$@" 3<&-
`;

/** Serves `root` below `basePath` until `stop()`; `url` ends in a slash. */
export async function start({ root = "dist", basePath = "/" } = {}) {
  const base = `/${basePath}/`.replace(/\/+/g, "/");
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    const { nginx, folder } = launch(resolve(root), base, port);
    const running = await isRunning(nginx, folder);
    if (running) return { url: `http://127.0.0.1:${port}${base}`, stop: () => stop(nginx) };
    const said = readLog(folder);
    await stop(nginx);
    // Another process may have taken the port since it was found free.
    if (tries === PORTS_TO_TRY || !said.includes("Address already in use")) {
      throw new Error(`nginx didn't start. It said:\n${said}`);
    }
  }
}

function launch(root, base, port) {
  const [program, module] = programs();
  const folder = mkdtempSync(join(tmpdir(), "qawlan-nginx-"));
  const site = join(folder, "www", base.slice(0, -1));
  mkdirSync(dirname(site), { recursive: true });
  mkdirSync(join(folder, "temporary"));
  symlinkSync(root, site);
  writeFileSync(join(folder, "nginx.conf"), settings({ module, folder, base, port }));
  const command = [program, "-e", join(folder, "error.log"), "-p", folder, "-c", join(folder, "nginx.conf")];
  const nginx = spawn("sh", ["-c", UNTIL_INPUT_CLOSES, "sh", folder, ...command], {
    stdio: ["pipe", "ignore", "ignore"],
  });
  // Whoever forgets to stop it isn't kept from ending.
  nginx.unref();
  nginx.stdin.unref();
  return { nginx, folder };
}

let found;
/** The paths of nginx and of its brotli module, as tools/nginx.sh prints them. */
function programs() {
  const stdio = ["ignore", "pipe", "inherit"];
  found ??= execFileSync(`${PROJECT}tools/nginx.sh`, { encoding: "utf8", stdio }).trimEnd().split("\n");
  return found;
}

/** What surrounds the shipped settings: one process in the foreground, which keeps to its folder. */
function settings({ module, folder, base, port }) {
  const quoted = (path) => `"${path.replace(/["\\$]/g, "\\$&")}"`;
  const shipped = `include ${quoted(`${PROJECT}hosting/nginx.conf`)};`;
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `
    ${module ? `load_module ${quoted(module)};` : ""}
    daemon off;
    master_process off;
    pid nginx.pid;
    events { worker_connections 512; }
    http {
      access_log off;
      ${temporary.map((what) => `${what}_temp_path temporary/${what};`).join(" ")}
      sendfile on;
      server {
        listen 127.0.0.1:${port};
        root ${quoted(join(folder, "www"))};
        ${base === "/" ? shipped : `location ${base} { ${shipped} }`}
      }
    }
  `;
}

/** nginx writes its pid once it listens. */
async function isRunning(nginx, folder) {
  for (let waited = 0; waited < START_WITHIN_MS; waited += 10) {
    if (nginx.exitCode !== null || nginx.signalCode !== null) return false;
    if (existsSync(join(folder, "nginx.pid"))) return true;
    await sleep(10);
  }
  return false;
}

function readLog(folder) {
  const log = join(folder, "error.log");
  return existsSync(log) ? readFileSync(log, "utf8") : "nothing";
}

async function stop(nginx) {
  if (nginx.exitCode !== null || nginx.signalCode !== null) return nginx.stdin.destroy();
  nginx.ref();
  const ended = once(nginx, "exit");
  nginx.stdin.destroy();
  await ended;
}

async function freePort() {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [root, basePath] = process.argv.slice(2);
  const { url } = await start({ root, basePath });
  console.log(`serving ${root ?? "dist"} at ${url}`);
  setInterval(() => {}, 2 ** 30);
}
