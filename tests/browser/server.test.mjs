// What the other tests stand on: the faults are real ones, what isn't spoiled is nginx's own
// answer, and no nginx outlives the process that asked for it.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { eventually } from "./reader.mjs";
import { DIST, startSite } from "./support.mjs";

const file = "published/base-map.json";
const whole = readFileSync(`${DIST}/${file}`, "utf8");
let [fault, direct, spoiled] = [];
before(async () => {
  direct = await startSite();
  spoiled = await startSite({ fault: (path) => (path === file ? fault : undefined) });
});
after(async () => {
  await spoiled.stop();
  await direct.stop();
});

const request = (site, headers = {}, path = file) => fetch(`${site.url}${path}`, { headers, redirect: "manual" });

test("an answer that isn't spoiled is nginx's own, header by header", async () => {
  fault = undefined;
  for (const path of [file, "en", "en/", "nothing"]) {
    const [its, ours] = await Promise.all([request(direct, {}, path), request(spoiled, {}, path)]);
    const told = (answer) => [...answer.headers].filter(([name]) => !["date", "connection", "keep-alive"].includes(name));
    assert.deepEqual(told(ours), told(its), path);
    assert.equal(ours.status, its.status, path);
    assert.equal(await ours.text(), await its.text(), path);
  }
});

test("a status comes instead of the file", async () => {
  fault = { status: 503 };
  assert.equal((await request(spoiled)).status, 503);
});

test("a file cut short looks whole but for its end, and isn't kept", async () => {
  fault = { truncate: 0.5 };
  const { etag } = Object.fromEntries((await request(direct)).headers);
  const answer = await request(spoiled, { "if-none-match": etag });
  assert.equal(answer.status, 200);
  const text = await answer.text();
  assert.ok(text.length > 0 && text.length < whole.length && whole.startsWith(text.slice(0, -1)));
  assert.equal(answer.headers.get("etag"), null);
  assert.equal(answer.headers.get("cache-control"), "no-store");
});

test("a connection that breaks is noticed as that", async () => {
  for (const share of [0, 0.5]) {
    fault = { hangUp: share };
    const answer = await request(spoiled);
    assert.equal(answer.status, 200);
    await assert.rejects(answer.text(), /terminated|aborted/);
  }
});

test("a slow answer comes whole", async () => {
  fault = { delay: 200 };
  const began = performance.now();
  assert.equal(await (await request(spoiled)).text(), whole);
  assert.ok(performance.now() - began >= 195);
});

test("nginx ends with the process that asked for it, however that ends", async () => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGKILL"]) {
    const server = fileURLToPath(new URL("../../tools/serve-nginx.mjs", import.meta.url));
    const asking = spawn(process.execPath, [server, DIST, "/"], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = await once(asking.stdout, "data");
    const url = /http:\S+/.exec(line)[0];
    assert.equal((await fetch(url)).status, 200);
    asking.kill(signal);
    await eventually(() => assert.rejects(fetch(url), /fetch failed/));
  }
});
