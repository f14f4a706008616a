// No link of a published page leads nowhere, and nothing in a page runs or styles but its files.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { load } from "cheerio";
import { documents, faulty, files, frames, pages, samples, target, text, urlOf } from "./dist.mjs";

/** Attributes that hold an address; in a `meta`, the properties that do. */
const ADDRESSES = ["href", "src", "xlink:href", "action", "formaction", "poster", "data", "cite", "data-pym-src"];
const META = ["og:url", "og:image", "twitter:image"];

/** Every address in a page, as it is written. */
function addresses({ $ }) {
  const found = ADDRESSES.flatMap((name) => $(`[${name.replace(":", "\\:")}]`).get().map((one) => $(one).attr(name)));
  const sets = $("[srcset]").get().flatMap((one) => $(one).attr("srcset").split(",").map((part) => part.trim().split(/\s/)[0]));
  const metas = META.flatMap((name) => $(`meta[property='${name}'], meta[name='${name}']`).get().map((one) => $(one).attr("content")));
  return [...found, ...sets, ...metas];
}

const idsOf = new Map(documents.map(({ file, $ }) => [file, $("[id]").get().map((one) => $(one).attr("id"))]));

/** Why an address in a page leads nowhere, or nothing. */
function deadEnd(address, page) {
  if (!URL.canParse(address, urlOf(page))) return `"${address}" is no address`;
  const found = target(address, page);
  if (found === undefined) return undefined;
  const { file, fragment } = found;
  if (file === undefined) return `"${address}" leaves the site's folder`;
  if (!files.has(file)) return `"${address}": there is no ${file}`;
  if (fragment !== "" && !idsOf.get(file)?.includes(fragment)) return `"${address}": ${file} has no #${fragment}`;
  return undefined;
}

test("a link that leads nowhere would be found", () => {
  const page = pages.find(({ path }) => /^\w+\/events\/./.test(path));
  for (const right of ["./", "#main", "../../../", "../../../robots.txt", "./?first=north#main", "https://example.com/nowhere"]) {
    assert.equal(deadEnd(right, page), undefined, right);
  }
  for (const dead of ["x/", "#nowhere", "../../../../", "../../../nowhere.css", "/", "./?first=north#nowhere", "http://[", "..//"]) {
    assert.notEqual(deadEnd(dead, page), undefined, dead);
  }
});

test("every address in every page leads to a file, every fragment to an id in it", () => {
  assert.ok(pages.every((page) => addresses(page).length > 20));
  assert.ok(frames.every((frame) => addresses(frame).length > 5));
  const among = [...pages, ...frames];
  assert.deepEqual(faulty((page) => [...new Set(addresses(page))].map((address) => deadEnd(address, page)).filter(Boolean), among), []);
});

test("every address in a sample host page leads to a file, and every sample stands in their list", () => {
  assert.ok(samples.length > 10);
  // What WordPress hides behind the number sign is no fragment.
  const plainAddresses = (page) => [...new Set(addresses(page).map((address) => address.replace(/#\?.*$/, "")))];
  assert.deepEqual(faulty((page) => plainAddresses(page).map((address) => deadEnd(address, page)).filter(Boolean), samples), []);
  const list = samples.find(({ path }) => path === "samples/");
  const listed = list.$("main a[href]").get().map((link) => target(list.$(link).attr("href"), list).file);
  assert.deepEqual(listed.sort(), samples.filter((page) => page !== list).map(({ file }) => file).sort());
});

test("no search engine takes a sample host page for news", () => {
  assert.deepEqual(faulty(({ $ }) => ($("meta[name=robots]").attr("content") === "noindex" ? [] : "is indexed"), samples), []);
});

test("every id of a page stands in it once", () => {
  assert.deepEqual(
    faulty(({ file }) => {
      const ids = idsOf.get(file);
      return ids.filter((id, at) => ids.indexOf(id) !== at);
    }, documents),
    [],
  );
});

test("every address in a sheet of ours leads to a file", () => {
  // Leaflet's own names pictures of controls and markers that our map doesn't have.
  const sheets = [...files].filter((file) => file.endsWith(".css") && !file.startsWith("leaflet-"));
  assert.ok(sheets.length > 0);
  for (const sheet of sheets) {
    const page = { path: sheet };
    const found = [...text(sheet).matchAll(/url\(\s*["']?([^"')]+)/g)].map(([, address]) => address);
    const dead = found.filter((address) => !address.startsWith("data:") && !files.has(target(address, page)?.file));
    assert.deepEqual(dead, [], sheet);
  }
});

test("every page but the root can be reached from the root", () => {
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const reached = new Set(["index.html"]);
  for (const file of reached) {
    const page = byFile.get(file);
    const links = page.$("a[href]").get().map((link) => target(page.$(link).attr("href"), page)?.file);
    for (const next of links) if (byFile.has(next)) reached.add(next);
  }
  assert.deepEqual(pages.map(({ file }) => file).filter((file) => !reached.has(file)), []);
});

const hash = (script) => createHash("sha256").update(script).digest("base64");

/** Whether the page's own policy allows this very script: the one that puts on the chosen theme. */
function isAllowed($, script) {
  const policy = $("meta[http-equiv='Content-Security-Policy']").attr("content") ?? "";
  return policy.includes(`'sha256-${hash(script)}'`);
}

/** What stands in a page that its policy would not run, or that no page of ours may hold. */
function inline({ $ }) {
  const found = [];
  for (const element of $("*").get()) {
    const name = element.name;
    const attributes = Object.entries(element.attribs);
    if (name === "style") found.push("a <style>");
    const runs = name === "script" && $(element).attr("type") !== "application/ld+json" && ($(element).attr("src") ?? "") === "";
    if (runs && !isAllowed($, $(element).text())) found.push("a script inline");
    // A share page previews the frame that it offers.
    const isPreview = name === "iframe" && /^(\.\.\/)+[^/]+\/embed\//.test($(element).attr("src") ?? "");
    if (name === "base" || (name === "iframe" && !isPreview) || name === "object" || name === "embed") found.push(`a <${name}>`);
    for (const [attribute, value] of attributes) {
      if (attribute === "style") found.push(`style on <${name}>`);
      if (/^on/i.test(attribute)) found.push(`${attribute} on <${name}>`);
      if (attribute === "srcdoc") found.push(`srcdoc on <${name}>`);
      if (/^[\s\u0000-\u001f]*(javascript|vbscript|data):/i.test(value)) found.push(`${attribute}="${value.slice(0, 40)}" on <${name}>`);
    }
  }
  return found;
}

test("a page with anything inline would be found", () => {
  for (const right of ["<p class='a'>on</p>", "<iframe src='../../en/embed/'></iframe>", "<script type='application/ld+json'>{}</script>", "<script src='a.js'></script>"]) {
    assert.deepEqual(inline({ $: load(right) }), [], right);
  }
  for (const bad of [
    "<p style='color: red'>Text</p>",
    "<style>p { color: red }</style>",
    "<script>alert(1)</script>",
    "<script type='module'>alert(1)</script>",
    "<a href='#' onclick='alert(1)'>Text</a>",
    "<a href='javascript:alert(1)'>Text</a>",
    "<a href=' JavaScript:alert(1)'>Text</a>",
    "<svg><a xlink:href='javascript:alert(1)'><path/></a></svg>",
    "<iframe srcdoc='<p>'></iframe>",
    "<iframe src='https://example.com/en/embed/'></iframe>",
    "<iframe src='../../en/embed/' srcdoc='<p>'></iframe>",
  ]) {
    assert.notDeepEqual(inline({ $: load(bad) }), [], bad);
  }
});

test("no page holds a style, a handler, or a script that its policy doesn't name inline", () => {
  assert.deepEqual(faulty(inline), []);
});

test("every page forbids what is inline and what is evaluated, before it names any file", () => {
  assert.deepEqual(
    faulty(({ $ }) => {
      const policies = $("meta[http-equiv='Content-Security-Policy']");
      if (policies.length !== 1) return `${policies.length} policies`;
      if (policies.nextAll("link, script").length !== $("head > link, head > script").length) return "files before the policy";
      const policy = Object.fromEntries(policies.attr("content").split(";").map((part) => part.trim().split(/\s+/)).map(([name, ...values]) => [name, values]));
      const theme = $("head > script:not([src], [type])").text();
      const scripts = ["'self'", "'wasm-unsafe-eval'", `'sha256-${hash(theme)}'`];
      const allowed = { "default-src": ["'none'"], "script-src": scripts, "style-src": ["'self'"], "connect-src": ["'self'"] };
      return Object.entries(allowed).filter(([name, values]) => String(policy[name]) !== String(values)).map(([name]) => `${name} ${policy[name]}`);
    }),
    [],
  );
});
