// A folder of generated records is one an editor could have written, and what is published of it
// is as light as the pages of a small one.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { countElements, heaviestPage, makeBaseMap, makeFrameParts, TEMPLATE } from "../../tools/bench-build.mjs";
import { generateRecords } from "../../tools/generate-records.mjs";

const EVENTS = 300;
const MOST_ELEMENTS = 2500;
const qawlan = (...args) =>
  spawnSync(fileURLToPath(new URL("../../tools/qawlan.sh", import.meta.url)), args, { encoding: "utf8" });

let folder;
before(() => (folder = mkdtempSync(join(tmpdir(), "qawlan-many-"))));
after(() => rmSync(folder, { recursive: true }));

/** Every file of a folder with what it holds. */
const contents = (of) =>
  readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => [path.slice(of.length), readFileSync(path, "utf8")])
    .sort(([one], [other]) => (one < other ? -1 : 1));

test("generated records have no finding, and no page of them is heavy", () => {
  const [records, site] = [join(folder, "records"), join(folder, "site")];
  const counts = generateRecords({ events: EVENTS, folder: records });
  assert.equal(counts.events, EVENTS);
  assert.ok(counts.claims > 5 * EVENTS, `${counts.claims} claims`);
  const check = qawlan("check", records);
  assert.equal(check.status, 0, check.stderr);
  mkdirSync(site);
  writeFileSync(join(site, "index.html"), TEMPLATE);
  const published = qawlan("publish", "--records", records, "--base-map", makeBaseMap(records, join(folder, "base-map.json")), "--frame", makeFrameParts(folder), "--pins", join(folder, "pinned"), "--into", site);
  assert.equal(published.status, 0, published.stderr);
  const { elements, page } = heaviestPage(site);
  assert.ok(elements < MOST_ELEMENTS, `${page} has ${elements}`);
  assert.ok(elements > 500, `${page} has ${elements}: the pages are empty`);
});

test("the same seed draws the same records, and another others", () => {
  const [one, again, other] = ["one", "again", "other"].map((name) => join(folder, name));
  generateRecords({ events: 20, folder: one, seed: 7 });
  generateRecords({ events: 20, folder: again, seed: 7 });
  generateRecords({ events: 20, folder: other, seed: 8 });
  assert.deepEqual(contents(again), contents(one));
  assert.notDeepEqual(contents(other), contents(one));
});

test("a folder that holds something is left as it is", () => {
  const full = join(folder, "full");
  mkdirSync(full);
  writeFileSync(join(full, "manifest.json"), "{}");
  assert.throws(() => generateRecords({ events: 1, folder: full }), /full: holds something already/);
  assert.deepEqual(contents(full), [["/manifest.json", "{}"]]);
});

test("elements are counted, and nothing else", () => {
  for (const [html, expected] of [
    ["<p>one<br>two</p>", 2],
    ["<!DOCTYPE html><html><!-- <p> --></html>", 1],
    ["1 &lt; 2", 0],
  ]) assert.equal(countElements(html), expected, html);
});
