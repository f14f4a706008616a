// Light, dark, or as the device has it: the reader's choice, kept for every page where storage allows
// and otherwise for this one. Links don't carry it; frames have a theme of their own.

const KEY = "qawlan.theme";

const control = () => document.getElementById("theme");

/** Shows the page as it was last chosen, here or on a page that was open meanwhile. */
function followChoice() {
  try {
    control().value = localStorage[KEY] ?? "";
  } catch {
    // What is chosen here holds for this page.
  }
  wear(control().value);
}

/** Has the control do what it says. */
export function offerThemes() {
  if (!control()) return;
  followChoice();
  // A page that the browser kept, and pages beside this one.
  for (const kind of ["pageshow", "storage"]) addEventListener(kind, followChoice);
  control().addEventListener("change", ({ target: { value } }) => {
    wear(value);
    try {
      localStorage[KEY] = value;
    } catch {
      // Then only this page wears it.
    }
  });
}
