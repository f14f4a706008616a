// The keys of the search box and of the list of suggestions under it, as the ARIA practices have
// them for a combobox: arrows go through the list, Enter chooses, Escape closes the list and then
// empties the box, Home and End are the text's own. The app draws the list; where it isn't, nothing
// opens. "/" goes to the box from anywhere (keys.js).

const box = () => document.getElementById("search");
const list = () => document.getElementById("suggestions");
const options = () => [...list().children];

/** Whether the reader wants the list to be open. */
let isWanted = false;
/** Where in the list the reader is; -1 in the box. */
let at = -1;

/** Shows the list as it is wanted, with one of its options active. */
function show(active = -1) {
  const all = options();
  const isOpen = isWanted && all.length > 0;
  at = isOpen ? active : -1;
  list().hidden = !isOpen;
  all.forEach((option, n) => option.setAttribute("aria-selected", n === at));
  const field = box();
  field.setAttribute("aria-expanded", isOpen);
  if (at < 0) return field.removeAttribute("aria-activedescendant");
  field.setAttribute("aria-activedescendant", all[at].id);
  all[at].scrollIntoView({ block: "nearest" });
}

function want(is) {
  isWanted = is;
  show();
}

/** Goes on by so many options; past either end is the box. */
function move(by) {
  isWanted = true;
  const places = options().length + 1;
  show(((at + 1 + by + places) % places) - 1);
}

function empty(field) {
  field.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const keys = {
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  Enter() {
    const option = options()[at];
    want(false);
    option?.click();
  },
  Escape: (field) => (list().hidden ? empty(field) : want(false)),
};

function press(event) {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const field = box();
  if (!field || ctrlKey || metaKey || altKey || event.isComposing) return;
  if (target !== field || !Object.hasOwn(keys, key)) return;
  keys[key](field);
  event.preventDefault();
}

/** Has the box do what its role says. */
export function offerSuggestions() {
  // What is found comes after what is typed.
  const watcher = new MutationObserver(() => show());
  addEventListener("keydown", press);
  addEventListener("focusin", ({ target }) => target === box() && watcher.observe(list(), { childList: true, subtree: true }));
  addEventListener("focusout", ({ target }) => target === box() && want(false));
  addEventListener("input", ({ target }) => target === box() && want(true));
  // The box keeps the focus while an option is pressed.
  addEventListener("mousedown", (event) => event.target.closest?.("#suggestions") && event.preventDefault());
  addEventListener("click", ({ target }) => target.closest?.("#suggestions") && want(false));
}
