// A frame is one file that shows the default whole by itself, says the date of its data, and leads to
// the page it is of. What its script does is tested in the browser.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { languages, manifest } from "../browser/records.mjs";
import { faulty, frames, pages, site, target } from "./dist.mjs";

const pageOf = (frame) => pages.find(({ path }) => path === frame.path.replace("/embed/", "/"));
const words = (element) => element.text().replace(/\s+/g, " ").trim();
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Elements by which a browser would fetch something while it shows the page. */
const FETCHED = "link[rel=stylesheet], link[rel=preload], link[rel=modulepreload], script[src], img, iframe, object, embed, video, audio, source, image, use[href]";

test("the explorer, every event and every episode can stand in others' pages, in every language", () => {
  const isFramed = ({ path }) => /^[^/]+\/((events|episodes)\/[^/]+\/)?$/.test(path) && path !== "";
  assert.deepEqual(frames.map((frame) => pageOf(frame)?.path).sort(), pages.filter(isFramed).map(({ path }) => path).sort());
  assert.deepEqual([...new Set(frames.map(({ language }) => language))].sort(), [...languages].sort());
});

test("a frame is one file, and its policy allows what is inlined in it and nothing else inline", () => {
  assert.deepEqual(
    faulty(({ $ }) => {
      if ($(FETCHED).length) return `fetches ${$(FETCHED).get().map(({ name }) => name)}`;
      const policy = $("meta[http-equiv='Content-Security-Policy']").attr("content");
      const allowed = Object.fromEntries(policy.split(";").map((part) => part.trim().split(/\s+/)).map(([name, ...values]) => [name, values]));
      const [styles, scripts] = [$("style").get(), $("script").get()];
      if (styles.length !== 1 || scripts.length !== 1) return `${styles.length} styles, ${scripts.length} scripts`;
      if ($("[style]").length) return "a style attribute";
      assert.deepEqual(allowed["default-src"], ["'none'"]);
      assert.deepEqual(allowed["style-src"], ["'self'", hash($(styles[0]).text())]);
      assert.deepEqual(allowed["script-src"], ["'self'", "'wasm-unsafe-eval'", hash($(scripts[0]).text())]);
      return [];
    }, frames),
    [],
  );
});

test("a frame says the very words of its page: rows, states, both sides, and the sources", () => {
  assert.deepEqual(
    faulty((frame) => {
      const page = pageOf(frame);
      return [".comparison", ".third-parties", ".sources", ".loss-table", "h1"].flatMap((part) => {
        const [its, ours] = [page, frame].map(({ $ }) => {
          const copies = $("#page").clone();
          copies.find(".claim-tools").remove();
          return copies.find(part).get().map((one) => words($(one)));
        });
        if (part === ".sources" && its.length === 0) return "no sources";
        return JSON.stringify(its) === JSON.stringify(ours) ? [] : `${part} is not its page's`;
      });
    }, frames),
    [],
  );
});

test("a frame leads to its page, shows that page's address as text, and says the date of its data", () => {
  assert.deepEqual(
    faulty((frame) => {
      const { $ } = frame;
      const page = pageOf(frame);
      const [open, address, data] = [".frame-open", ".frame-address", ".frame-data"].map((part) => $(part));
      if (target(open.attr("href"), frame)?.file !== page.file) return `opens ${open.attr("href")}`;
      if (words(address) !== site + page.path) return `shows ${words(address)}`;
      if ($("link[rel=canonical]").attr("href") !== site + page.path) return "another canonical address";
      return /\d/.test(words(data)) && words(data).includes(manifest.updated.slice(0, 4)) ? [] : `of what date? ${words(data)}`;
    }, frames),
    [],
  );
});

test("links leave a frame, but for those to a place within it", () => {
  assert.deepEqual(
    faulty(({ $ }) => {
      if ($("base").attr("target") !== "_blank" || $("base").attr("href") !== undefined) return "no base for links";
      return $("a[href^='#']").get().filter((link) => $(link).attr("target") !== "_self").map((link) => $(link).attr("href"));
    }, frames),
    [],
  );
});

test("whatever a frame is asked to show stands in it", () => {
  const parts = ({ $ }) => [...new Set($("[data-part]").get().map((part) => $(part).attr("data-part")))].sort();
  assert.deepEqual(
    faulty((frame) => {
      const needed = { events: ["map", "sources"], episodes: ["list", "map", "sources"] }[frame.path.split("/")[2]] ?? ["list", "map", "sources", "timeline"];
      return needed.filter((part) => !parts(frame).includes(part)).map((part) => `no ${part}`);
    }, frames),
    [],
  );
  assert.ok(frames.some((frame) => parts(frame).includes("losses")));
  assert.ok(frames.some((frame) => parts(frame).includes("timeline")));
});
