// Every page is valid HTML.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { documents } from "./dist.mjs";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard", "html-validate:recommended"],
  elements: ["html5"],
  rules: {
    "no-missing-references": "error",
    "input-missing-label": "error",
    // The checkboxes of one filter share its name, as HTML lets them.
    "form-dup-name": ["error", { shared: ["radio", "checkbox"] }],
    // The comparison is rows of boxes that become columns where there is room, so its roles are
    // said; and a table that is laid out as blocks on a phone would lose those it has by itself. What
    // a search suggests are links, which no select can hold.
    "prefer-native-element": ["error", { exclude: ["table", "cell", "listbox"] }],
    "no-redundant-role": "off",
    // A claim's address holds its id, which has a full stop; HTML forbids only spaces.
    "valid-id": ["error", { relaxed: true }],
    // Lists may be named, and those of the marks on a page are.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // Style: that such an attribute is there is what counts; the run-time builder writes a value.
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // Style: `<link/>` is what Trunk writes.
    "void-style": "off",
    // Style: a title is as long as its event's name.
    "long-title": "off",
  },
});

async function faults(html, name) {
  const { results } = await validator.validateString(html, name);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${name}: ${message} (${ruleId}) at ${selector}`),
  );
}

const document = (body) =>
  `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>A title</title>\n</head>\n<body>\n${body}\n</body>\n</html>\n`;

test("a fault of each kind would be found", async () => {
  assert.deepEqual(await faults(document("<p>Right.</p>"), "right"), []);
  for (const [rule, body] of [
    ["element-permitted-content", "<ul><p>No item</p></ul>"],
    ["element-required-content", "<fieldset></fieldset><details><p>No summary</p></details>"],
    ["element-required-attributes", '<img alt="No source">'],
    ["element-name", "<clame>Text</clame>"],
    ["no-dup-id", '<p id="a">One</p><p id="a">Two</p>'],
    ["no-dup-attr", '<p class="a" class="b">Text</p>'],
    ["close-order", "<p><b>Text</p></b>"],
    ["attribute-allowed-values", '<label><input type="serch"> Search</label>'],
    ["no-missing-references", '<p><input id="a" aria-labelledby="nobody"></p>'],
    ["input-missing-label", '<input type="text">'],
    ["no-inline-style", '<p style="color: red">Text</p>'],
  ]) {
    const found = await faults(document(body), rule);
    assert.ok(found.some((words) => words.includes(`(${rule})`)), `${body} should be caught: ${found}`);
  }
});

test("every page is valid HTML, and every frame, pin and sample", async () => {
  const found = [];
  for (const { html, file } of documents) found.push(...(await faults(html, file)));
  assert.deepEqual(found, []);
});
