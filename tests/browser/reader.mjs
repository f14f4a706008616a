// A reader at the page: what they do, as verbs, and what they then see. Everything goes by roles
// and names; the `data-` hooks are used where a test asks for one event, party or topic.

import assert from "node:assert/strict";
import { test } from "node:test";
import { directions, languages, plain, wordsOf } from "./records.mjs";
import { openPage } from "./support.mjs";

/** Tries `check` until it passes; its last failure is the test's. */
export async function eventually(check, within_ms = 15_000) {
  const end = Date.now() + within_ms;
  for (;;) {
    try {
      return await check();
    } catch (failure) {
      if (Date.now() > end) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

/** Matches this very name, whatever isolates its numbers from the direction around them. */
export function named(name) {
  const letters = [...name].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^[\u2066-\u2069]*${letters.join("[\u2066-\u2069]*")}[\u2066-\u2069]*$`);
}

/**
 * Declares the test once a language. `flow` is given `visit`, which opens a page as
 * `openPage` does and answers a [`Reader`]. Afterwards no visit may have logged an error, but
 * those that `expects` names, or asked another host.
 */
export function inEachLanguage(sentence, given, flow) {
  declare(languages, sentence, given, flow);
}

/**
 * Declares the test once a direction of writing: for what a reader does, which differs between
 * languages of one direction in its words alone. That the words are there is for tests in each
 * language.
 */
export function inBothDirections(sentence, given, flow) {
  declare(directions, sentence, given, flow);
}

/** Declares the test in one language: for what differs between languages in nothing that a reader does. */
export function inOneLanguage(sentence, given, flow) {
  declare(directions.slice(0, 1), sentence, given, flow);
}

function declare(languages, sentence, { site, expects = /(?!)/ }, flow) {
  for (const lang of languages) {
    test(`${sentence} (${lang})`, { timeout: 180_000 }, async () => {
      const opened = [];
      const visit = async (options = {}) => {
        const visited = await openPage({ site: site(), lang, ...options });
        opened.push(visited);
        visited.page.setDefaultTimeout(15_000);
        return new Reader(visited, options.lang ?? lang);
      };
      try {
        await flow({ lang, visit, words: wordsOf(lang) });
        for (const { errors, foreign } of opened) {
          assert.deepEqual(errors.filter((error) => !expects.test(error)), [], "errors in the console");
          assert.deepEqual(foreign, [], "requests to another host");
        }
      } finally {
        for (const { context, page } of opened) {
          // A file that is still on its way when the page goes is nobody's fault.
          await page.unrouteAll({ behavior: "ignoreErrors" });
          await context.close();
        }
      }
    });
  }
}

export class Reader {
  constructor({ page, response, responses }, lang) {
    Object.assign(this, { page, response, responses, lang, words: wordsOf(lang) });
    this.list = page.getByRole("complementary", { name: this.words.text("list.label") });
    this.filters = page.getByRole("search");
    this.searchBox = page.getByRole("combobox", { name: this.words.text("filters.search") });
    this.comparison = page.getByRole("table", { name: this.words.text("comparison.label") });
    this.map = page.getByRole("region", { name: this.words.text("map.label"), exact: true });
    this.heading = page.getByRole("heading", { level: 1 });
    /** Where the page says how many events it found. */
    this.found = this.list.getByRole("status");
    /** Where the page says what is amiss with the link or the data. */
    this.notices = page.locator(".page > [role=status]");
  }

  // What a reader does.

  /** On a narrow screen the filters are a sheet that opens. */
  async openFilters() {
    const open = this.filters.locator(".facets-open");
    if ((await open.isVisible()) && !(await this.filters.locator(".facets").isVisible())) await open.click();
  }

  async openFilter(name) {
    await this.openFilters();
    const summary = new RegExp(`${named(this.words.text(`facet.${name}`)).source.slice(0, -1)}( · \\d+)?\\s*$`);
    const filter = this.filters.locator("details").filter({
      has: this.page.locator("summary", { hasText: summary }),
    });
    if ((await filter.getAttribute("open")) === null) await filter.locator("summary").click();
    return filter;
  }

  async choose(filter, value) {
    await this.choice(await this.openFilter(filter), value).check();
  }

  /** The box of a value, whose name ends in how many events it would leave. */
  choice(filter, value) {
    return filter.getByRole("checkbox", { name: new RegExp(`${named(value).source.slice(0, -1)} \\d+$`) });
  }

  async type(text) {
    await this.searchBox.fill(text);
  }

  async clearFilters() {
    await this.list.locator(".chips").getByRole("link", { name: this.words.text("filters.clear") }).click();
  }

  async selectEvent(title) {
    await this.list.getByRole("link", { name: named(title) }).click();
  }

  async swapSides() {
    await this.page.getByRole("link", { name: this.words.text("tools.swap") }).click();
  }

  async switchLanguage(name) {
    await this.page
      .getByRole("navigation", { name: this.words.text("languages.label") })
      .getByRole("link", { name })
      .click();
  }

  async switchView(name) {
    await this.page
      .getByRole("navigation", { name: this.words.text("panes.label") })
      .getByRole("link", { name: this.words.text(`panes.${name}`) })
      .click();
  }

  async enterMap() {
    await this.map.scrollIntoViewIfNeeded();
    await eventually(async () => assert.ok((await this.marks()).length > 0, "the map has no marks"));
  }

  async tryAgain() {
    await this.page.getByRole("button", { name: this.words.text("load.again") }).click();
  }

  // What a reader sees.

  /** The ids of the listed events. */
  async listed() {
    const cards = this.list.locator("[data-event-id]:visible");
    return (await cards.evaluateAll((all) => all.map((card) => card.dataset.eventId))).sort();
  }

  /** Waits until just these events are listed, and their number announced. */
  async seesEvents(ids) {
    await eventually(async () => {
      assert.deepEqual(await this.listed(), [...ids].sort());
      assert.equal(plain(await this.found.innerText()), this.words.count("list.found", ids.length));
    });
  }

  /** Waits for the heading. */
  async sees(heading) {
    await eventually(async () => assert.equal(plain(await this.heading.innerText()), plain(heading)));
  }

  /** Waits until the parties stand in this order. */
  async seesColumns(...parties) {
    await eventually(async () => {
      const columns = this.comparison.getByRole("columnheader");
      const order = await columns.evaluateAll((all) => all.map((one) => one.dataset.party).filter(Boolean));
      assert.deepEqual(order, parties);
    });
  }

  /** The row on a topic; for losses, of whom. */
  row(topic, whose) {
    return this.comparison.locator(`[data-topic="${topic}"]${whose ? `[data-whose="${whose}"]` : ""}`);
  }

  /** The cell of losses: who says, and whose. */
  lossCell(party, whose, group = "military") {
    return this.page.locator(`[data-group="${group}"] [data-party="${party}"][data-whose="${whose}"]`);
  }

  /** The marks on the map: place, the words that name it, whether it is chosen. */
  async marks() {
    const marks = await this.map.locator("[data-place-mark]").evaluateAll((all) =>
      all.map((mark) => ({
        place: mark.dataset.placeMark,
        name: mark.ariaLabel,
        isChosen: mark.classList.contains("is-chosen"),
      })),
    );
    return marks.map((mark) => ({ ...mark, name: plain(mark.name) })).sort((a, b) => (a.place < b.place ? -1 : 1));
  }

  /** Path below the language, and the query's values, as the address bar has them. */
  address() {
    const url = new URL(this.page.url());
    return {
      path: url.pathname.split(`/${this.lang}/`)[1],
      ...Object.fromEntries(url.searchParams),
    };
  }

  async seesAddress(address) {
    await eventually(() => assert.deepEqual(this.address(), address));
  }

  /** The text of the page that can be seen. */
  async text() {
    return plain(await this.page.locator("body").innerText());
  }
}
