// Writes `.br` and `.gz` beside every file of a folder that is worth it, for hosts that send
// such files as they are. Brotli at its best takes tens of milliseconds a page: all processors
// take part, and what was compressed once is kept in .work/compressed/ under the hash of its
// content, for as long as a build has a file of that content.
//
//   node tools/compress.mjs FOLDER

import { createHash } from "node:crypto";
import {
  constants as copying,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, threadId, Worker, workerData } from "node:worker_threads";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const KEPT = fileURLToPath(new URL("../.work/compressed/", import.meta.url));
const WORTH_IT = new Set([
  ".bib", ".css", ".csv", ".geojson", ".html", ".js", ".json", ".jsonld", ".ris", ".svg", ".txt", ".wasm", ".webmanifest", ".xml",
]);
/** Below this the headers around a file weigh more than it does. */
const LEAST_BYTES = 200;
const BROTLI_QUALITY = 11;
const GZIP_LEVEL = 9;

/** The two forms: how the file's name goes on, and how its content is made. */
const FORMS = [
  { ending: ".br", compress: brotli },
  { ending: ".gz", compress: (content) => gzipSync(content, { level: GZIP_LEVEL }) },
];

function brotli(content) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  return brotliCompressSync(content, { params });
}

async function main() {
  const folder = process.argv[2];
  if (!folder || !existsSync(folder)) {
    console.error(`compress: ${folder ? `there is no ${folder}` : "no folder"}. Type:  node tools/compress.mjs FOLDER`);
    process.exit(1);
  }
  const began = performance.now();
  const paths = filesOf(folder).filter((path) => WORTH_IT.has(extname(path)));
  const shared = { paths, next: new Int32Array(new SharedArrayBuffer(4)) };
  const done = await Promise.all(Array.from({ length: availableParallelism() }, () => hand(shared)));
  const kept = new Set(done.flatMap(({ kept }) => kept));
  removeStale(kept);
  const total = (what) => done.reduce((sum, one) => sum + one[what], 0);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`compress: ${total("written")} files, ${total("made")} of them anew, in ${seconds} s`);
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** One worker's share, once it has done it. */
function hand(shared) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: shared });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

/** Takes file after file until none is left, holding one at a time. */
function work({ paths, next }) {
  const done = { written: 0, made: 0, kept: [] };
  for (let at; (at = Atomics.add(next, 0, 1)) < paths.length; ) {
    const content = readFileSync(paths[at]);
    if (content.length < LEAST_BYTES) continue;
    const name = createHash("sha256").update(`br ${BROTLI_QUALITY} gz ${GZIP_LEVEL}\n`).update(content).digest("hex");
    let isNew = false;
    for (const { ending, compress } of FORMS) {
      const kept = join(KEPT, name.slice(0, 2), `${name}${ending}`);
      if (!existsSync(kept)) {
        keep(kept, compress(content));
        isNew = true;
      }
      copyFileSync(kept, `${paths[at]}${ending}`, copying.COPYFILE_FICLONE);
    }
    done.written += 1;
    done.made += Number(isNew);
    done.kept.push(name);
  }
  return done;
}

/** Written under a name of its own first: what lies under its real name is whole. */
function keep(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}-${threadId}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, path);
}

function removeStale(kept) {
  if (!existsSync(KEPT)) return;
  for (const path of filesOf(KEPT)) {
    const name = path.slice(-64 - ".br".length, -".br".length);
    if (!kept.has(name)) rmSync(path, { force: true });
  }
}

if (isMainThread) await main();
else parentPort.postMessage(work(workerData));
