// What a page's head says to search engines and to whoever shares its link.

import assert from "node:assert/strict";
import { test } from "node:test";
import { languages, manifest } from "../browser/records.mjs";
import { bytes, faulty, files, pages, rootPage, site, target, urlOf } from "./dist.mjs";

const MOST_KB_OF_CARD = 300;
const inLanguages = pages.filter((page) => page !== rootPage);
const byUrl = new Map(pages.map((page) => [urlOf(page), page]));

/** The content of the one `meta` of that name; nothing where there is none or there are more. */
function meta({ $ }, name) {
  const found = $(`meta[property='${name}'], meta[name='${name}']`);
  return found.length === 1 ? found.attr("content") : undefined;
}

const canonical = ({ $ }) => $("link[rel=canonical]").get().map((link) => $(link).attr("href"));
const alternates = ({ $ }) => Object.fromEntries($("link[rel=alternate][hreflang]").get().map((link) => [$(link).attr("hreflang"), $(link).attr("href")]));

test("there are pages in every language, the same in each", () => {
  const pathsIn = (lang) => inLanguages.filter(({ language }) => language === lang).map(({ path }) => path.slice(lang.length + 1));
  for (const lang of languages) {
    assert.ok(pathsIn(lang).length > 3, lang);
    assert.deepEqual(pathsIn(lang), pathsIn(languages[0]), lang);
    const direction = manifest.languages.find(({ code }) => code === lang).direction;
    assert.deepEqual(faulty(({ $, language, path }) => (path.startsWith(`${language}/`) && $("html").attr("dir") === direction ? [] : "language or direction"), inLanguages.filter(({ language }) => language === lang)), []);
  }
});

test("a page is its own canonical address, and the root is the default language's list", () => {
  assert.deepEqual(faulty((page) => (String(canonical(page)) === urlOf(page) ? [] : `canonical ${canonical(page)}`), inLanguages), []);
  assert.deepEqual(canonical(rootPage), [`${site}${manifest.default_language}/`]);
});

test("every page names itself in every language, and each of those names it", () => {
  assert.deepEqual(
    faulty((page) => {
      const links = alternates(page);
      const expected = [...languages, "x-default"].sort();
      if (String(Object.keys(links).sort()) !== String(expected)) return `alternates ${Object.keys(links)}`;
      if (links[page.language] !== canonical(page)[0]) return `is not its own alternate: ${links[page.language]}`;
      return Object.entries(links).flatMap(([lang, url]) => {
        const other = byUrl.get(url);
        if (!other) return `${lang}: ${url} is no page`;
        if (lang !== "x-default" && other.language !== lang) return `${lang}: ${url} is in ${other.language}`;
        return JSON.stringify(alternates(other)) === JSON.stringify(links) ? [] : `${url} doesn't name it back`;
      });
    }),
    [],
  );
});

test("who speaks none of the languages is sent to the root, or to the default language", () => {
  assert.deepEqual(
    faulty((page) => {
      const links = alternates(page);
      const isList = page === rootPage || page.path === `${page.language}/`;
      const expected = isList ? site : links[manifest.default_language];
      return links["x-default"] === expected ? [] : `x-default ${links["x-default"]}`;
    }),
    [],
  );
});

for (const lang of languages) {
  test(`every page has a title and a description of its own (${lang})`, () => {
    const own = inLanguages.filter(({ language }) => language === lang);
    for (const [what, words] of [
      ["title", (page) => page.$("head > title").text()],
      ["description", (page) => meta(page, "description")],
    ]) {
      const all = own.map(words);
      assert.deepEqual(faulty((page) => ((words(page) ?? "").trim() === "" ? `no ${what}` : []), own), []);
      assert.deepEqual(faulty((page) => (all.filter((one) => one === words(page)).length > 1 ? `its ${what} is another's too` : []), own), []);
    }
  });
}

test("every page tells previews its name, its words, its address and its picture", () => {
  assert.deepEqual(
    faulty((page) => {
      const is = (name, expected) => (meta(page, name) === expected ? [] : `${name} is ${meta(page, name)}, not ${expected}`);
      const isSaid = (name) => ((meta(page, name) ?? "").trim() === "" ? `${name} is missing` : []);
      const name = meta(page, "og:title");
      const isSubject = /\/(events|episodes)\//.test(page.path);
      return [
        is("og:type", isSubject ? "article" : "website"),
        is("og:url", canonical(page)[0]),
        is("og:site_name", manifest.title[page.language]),
        is("og:description", meta(page, "description")),
        is("og:image:type", "image/png"),
        is("og:image:width", "1200"),
        is("og:image:height", "630"),
        is("twitter:card", "summary_large_image"),
        is("twitter:title", name),
        is("twitter:description", meta(page, "description")),
        is("twitter:image", meta(page, "og:image")),
        is("twitter:image:alt", meta(page, "og:image:alt")),
        page.$("head > title").text().startsWith(name) ? [] : `og:title ${name}`,
        ...["og:title", "og:image", "og:image:alt"].map(isSaid),
      ].flat();
    }),
    [],
  );
});

/** Why a file is no card, or nothing. */
function cardFault(content) {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (!signature.every((byte, at) => content[at] === byte) || content.toString("latin1", 12, 16) !== "IHDR") return "is no PNG";
  const [width, height] = [content.readUInt32BE(16), content.readUInt32BE(20)];
  if (width !== 1200 || height !== 630) return `is ${width} by ${height} pixels`;
  const kb = content.length / 1024;
  return kb < MOST_KB_OF_CARD ? undefined : `has ${kb.toFixed(0)} KB`;
}

test("a picture that is no card would be found", () => {
  const header = (width, height) => {
    const content = Buffer.alloc(1000);
    Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1").copy(content);
    content.writeUInt32BE(width, 16);
    content.writeUInt32BE(height, 20);
    return content;
  };
  assert.equal(cardFault(header(1200, 630)), undefined);
  for (const bad of [Buffer.alloc(1000), header(630, 1200), Buffer.concat([header(1200, 630), Buffer.alloc(300 * 1024)])]) {
    assert.notEqual(cardFault(bad), undefined);
  }
});

test("every page has a card: a PNG of 1200 by 630 pixels under 300 KB, in its own language", () => {
  assert.deepEqual(
    faulty((page) => {
      const { file } = target(meta(page, "og:image"), page);
      if (!files.has(file)) return `there is no ${file}`;
      if (!file.startsWith(`cards/${page.language}/`)) return `its card is ${file}`;
      return cardFault(bytes(file)) ?? [];
    }),
    [],
  );
});

test("every event and episode has a card of its own", () => {
  const subjects = inLanguages.filter(({ path }) => /^[^/]+\/(events|episodes)\//.test(path));
  const cards = subjects.map((page) => meta(page, "og:image"));
  assert.equal(new Set(cards).size, subjects.length);
});
