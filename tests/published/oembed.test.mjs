// oEmbed (oembed.com, 1.0): files written beforehand that a page's head leads to, and that systems
// which trust nobody keep whole.

import assert from "node:assert/strict";
import { test } from "node:test";
import Ajv from "ajv";
import { load } from "cheerio";
import { languages, manifest, nameOf, parties, plain } from "../browser/records.mjs";
import { faulty, files, pages, site, target, text } from "./dist.mjs";

const address = { type: "string", pattern: "^https?://[^ \"<>]+$" };
const pixels = { type: "integer", minimum: 1 };
/** A rich answer: what the specification requires of it, and what ours says besides. */
const SCHEMA = {
  type: "object",
  required: ["type", "version", "html", "width", "height", "title", "provider_name", "provider_url"],
  properties: {
    type: { const: "rich" },
    version: { const: "1.0" },
    title: { type: "string", minLength: 1 },
    author_name: { type: "string", minLength: 1 },
    author_url: address,
    provider_name: { type: "string", minLength: 1 },
    provider_url: address,
    cache_age: { type: "integer", minimum: 0 },
    thumbnail_url: address,
    thumbnail_width: pixels,
    thumbnail_height: pixels,
    html: { type: "string", minLength: 1 },
    width: pixels,
    height: { ...pixels, maximum: 30000 },
  },
  dependencies: {
    thumbnail_url: ["thumbnail_width", "thumbnail_height"],
    thumbnail_width: ["thumbnail_url"],
    thumbnail_height: ["thumbnail_url"],
  },
  additionalProperties: false,
};
const ajv = new Ajv({ allErrors: true });
const isAnswer = ajv.compile(SCHEMA);
const answers = [...files].filter((file) => /^[^/]+\/oembed\/.*\.json$/.test(file)).map((file) => ({ file, answer: JSON.parse(text(file)) }));
const apps = pages.filter(({ $ }) => $("meta[name=app-glue]").length > 0 && $("html[data-frame]").length === 0);
const discovery = ({ $ }) => $("link[rel=alternate][type='application/json+oembed']");

/** What is said of the pair, in a language. */
const names = (lang) => manifest.pair.map((id) => plain(nameOf(parties, id, lang)));

test("an answer that is none would be found", () => {
  const { answer } = answers[0];
  assert.ok(isAnswer(answer), ajv.errorsText(isAnswer.errors));
  for (const [name, value] of Object.entries({ version: 1, type: "photo", width: "600", height: 1.5, html: "", thumbnail_url: "cards/x.png", secret: "x" })) {
    assert.ok(!isAnswer({ ...answer, [name]: value }), `${name}: ${value}`);
  }
  for (const name of ["html", "width", "title", "thumbnail_width"]) {
    const { [name]: _, ...rest } = answer;
    assert.ok(!isAnswer(rest), `without ${name}`);
  }
});

test("every event, every episode and the explorer has an answer in every language, and each is one", () => {
  const subjects = new Set(apps.map(({ path }) => path.replace(/^[^/]*\/?/, "").replace(/^pages\/\d+\//, "")));
  assert.ok(subjects.size > 3);
  assert.equal(answers.length, subjects.size * languages.length);
  const wrong = answers.filter(({ answer }) => !isAnswer(answer)).map(({ file, answer }) => `${file}: ${isAnswer(answer) || ajv.errorsText(isAnswer.errors)}`);
  assert.deepEqual(wrong, []);
});

test("the page of every subject leads to its answer, and the answer leads back to it", () => {
  assert.ok(apps.length > 3);
  assert.deepEqual(
    faulty((page) => {
      const link = discovery(page);
      if (link.length !== 1) return `${link.length} links`;
      if (!link.attr("title")) return "a link without a title";
      const { file } = target(link.attr("href"), page);
      const found = answers.find((one) => one.file === file);
      if (!found) return `there is no ${file}`;
      const $ = load(found.answer.html);
      const [own, frame] = [$("blockquote > a").attr("href"), $("iframe").attr("src")].map((one) => target(one, page)?.file);
      const back = page.path.replace(/pages\/\d+\/$/, "") || `${page.language}/`;
      if (own !== `${back}index.html`) return `its answer leads to ${own}`;
      return frame === `${page.language}/embed/${back.slice(page.language.length + 1)}index.html` && files.has(frame) ? [] : `its answer frames ${frame}`;
    }, apps),
    [],
  );
});

test("pages that are no state of the app name no answer", () => {
  const others = pages.filter((page) => !apps.includes(page));
  assert.deepEqual(faulty((page) => (discovery(page).length === 0 ? [] : "names one"), others), []);
});

test("an answer's picture is there, and its provider is the site", () => {
  for (const { file, answer } of answers) {
    assert.ok(files.has(target(answer.thumbnail_url, { path: file }).file), file);
    assert.equal(answer.provider_url, `${site}${file.split("/")[0]}/`);
  }
});

/** What WordPress leaves of an unknown site's HTML: three elements with few attributes, and of
 *  these one quotation and the frame that follows it. */
function keptByWordPress(html) {
  const allowed = { a: ["href"], blockquote: [], iframe: ["src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"] };
  const $ = load(html, {}, false);
  for (const element of $("*").get()) {
    if (!(element.name in allowed)) $(element).replaceWith($(element).contents());
    else for (const name of Object.keys(element.attribs)) if (!allowed[element.name].includes(name)) $(element).removeAttr(name);
  }
  const [, quotation, frame] = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec($.html()) ?? [];
  return { quotation, frame };
}

test("WordPress keeps the words of both sides, the link and the frame", () => {
  for (const { file, answer } of answers) {
    const { quotation, frame } = keptByWordPress(answer.html);
    assert.ok(quotation && frame, `${file}: ${answer.html}`);
    const $ = load(quotation + frame);
    const said = plain($("blockquote").text());
    for (const name of names(file.split("/")[0])) {
      assert.ok(said.includes(name), `${file} lacks ${name}: ${said}`);
      assert.ok(plain($("iframe").attr("title")).includes(name), `${file}: the frame's title lacks ${name}`);
    }
    assert.ok($("blockquote a").attr("href").startsWith(site), file);
    assert.equal($("iframe").attr("width"), String(answer.width), file);
    assert.equal($("iframe").attr("height"), String(answer.height), file);
  }
});
