// What editors paste: valid wherever it is put, naming both sides where nothing of it is shown, and
// leading only to what is there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "cheerio";
import { HtmlValidate } from "html-validate";
import { languages, manifest, nameOf, parties, plain } from "../browser/records.mjs";
import { files, pages, site, target } from "./dist.mjs";

const KINDS = ["listener", "frame", "element", "amp", "png", "svg", "table"];
const shares = pages.filter(({ path }) => /^[^/]+\/share\//.test(path));
/** Every snippet of every share page. */
const snippets = shares.flatMap((page) =>
  page.$("textarea").get().map((area) => {
    const { id } = area.attribs;
    return { page, kind: id.replace("share-text-", ""), name: `${page.path} ${id}`, html: page.$(area).text() };
  }),
);

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard", "html-validate:recommended"],
  elements: ["html5"],
  rules: {
    // The height is the frame's, and the width the column's: a snippet brings no sheet.
    "no-inline-style": "off",
    "long-title": "off",
    // As every snippet has it: the article's own system decides where scripts stand.
    "script-type": "off",
  },
});

const article = (html) => `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>An article</title>\n</head>\n<body>\n<h1>News</h1>\n${html}\n</body>\n</html>\n`;

async function faults(html, name) {
  const { results } = await validator.validateString(article(html), name);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${name}: ${message} (${ruleId}) in line ${line}`));
}

test("every share page has every kind of snippet", () => {
  assert.ok(shares.length > languages.length);
  for (const page of shares) {
    const own = snippets.filter((snippet) => snippet.page === page);
    assert.deepEqual(own.map(({ kind }) => kind), KINDS, page.path);
  }
});

test("a fault in a snippet would be found", async () => {
  assert.deepEqual(await faults("<p>Right.</p>", "right"), []);
  for (const wrong of ['<img src="a.png" width="1" height="1">', '<iframe src="a.html"></iframe>', "<table><tr><td>A</td></table>", "<p><a href='x'>A</p>", '<iframe src="a" title="b" width="100%"></iframe>']) {
    assert.notDeepEqual(await faults(wrong, "wrong"), [], wrong);
  }
});

test("every snippet is valid HTML in an article", async () => {
  const found = [];
  for (const { html, name } of snippets) found.push(...(await faults(html, name)));
  assert.deepEqual(found, []);
});

test("no snippet has a hole left, and each leads to the page it is of", () => {
  for (const { html, name, page } of snippets) {
    assert.doesNotMatch(html, /\{\{/, name);
    const full = `${site}${page.path.replace("/share/", "/")}`;
    // As it is read without scripts, where a snippet's link may stand for its frame.
    const links = load(html, { scriptingEnabled: false })("a").get().map((link) => link.attribs.href);
    assert.ok(links.includes(full), `${name}: ${links}`);
  }
});

test("whatever a snippet loads is there, at the site's own address", () => {
  for (const { html, name, page } of snippets) {
    const $ = load(html, {}, false);
    const all = $("[src]").get().map((element) => element.attribs.src);
    for (const noscript of $("noscript").get()) all.push(...[...$(noscript).text().matchAll(/src="([^"]+)"/g)].map(([, src]) => src));
    for (const address of all.filter((address) => !address.endsWith("/embed.js"))) {
      assert.ok(address.startsWith(site), `${name}: ${address}`);
      const { file } = target(address, page);
      assert.ok(files.has(file), `${name}: there is no ${file}`);
    }
  }
});

/** What is read of a snippet where its frame or its picture isn't seen. */
function readInstead(html) {
  const $ = load(html, { scriptingEnabled: false }, false);
  const alternatives = $("img, amp-img").get().map((picture) => picture.attribs.alt);
  return plain([$.root().find("p, div, td, th, caption").text(), ...alternatives].join(" "));
}

test("the words that stand for a snippet, and its frame's title, name both sides", () => {
  for (const { html, name, page } of snippets) {
    const read = readInstead(html);
    const titles = load(html)("iframe, amp-iframe, qawlan-embed").get().map((frame) => plain(frame.attribs.title ?? ""));
    for (const id of manifest.pair) {
      const party = plain(nameOf(parties, id, page.language));
      assert.ok(read.includes(party), `${name} lacks ${party}: ${read}`);
      for (const title of titles) assert.ok(title.includes(party), `${name}: the title lacks ${party}`);
    }
  }
});

test("a picture's words are in its SVG too", () => {
  const pictures = [...files].filter((file) => /^cards\/.*\.svg$/.test(file));
  const drawn = [...files].filter((file) => /^cards\/.*\.png$/.test(file));
  assert.deepEqual(pictures.map((file) => file.replace(/svg$/, "png")).sort(), drawn.sort());
});

test("a frame stands nowhere but where it is previewed, with a title and no style of its own", () => {
  for (const page of pages) {
    const frames = page.$("iframe");
    assert.equal(frames.length, shares.includes(page) ? 1 : 0, page.path);
    if (frames.length) {
      assert.ok(frames.attr("title"), page.path);
      assert.ok(files.has(target(frames.attr("src"), page).file), page.path);
    }
  }
});

test("a share page asks not to be listed, and the sitemap doesn't know it", () => {
  assert.deepEqual(shares.filter(({ $ }) => $("meta[name=robots]").attr("content") !== "noindex").map(({ path }) => path), []);
  const others = pages.filter((page) => !shares.includes(page) && !/\/embed\//.test(page.path));
  assert.deepEqual(others.filter(({ $ }) => $("meta[name=robots]").length > 0).map(({ path }) => path), []);
});
