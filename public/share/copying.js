// Copies a snippet; where the clipboard is denied it is left selected, to be copied by hand.

export function offerCopies(share) {
  const { copied, failed } = share.dataset;
  for (const button of share.querySelectorAll("[data-copies]")) {
    button.disabled = false;
    button.addEventListener("click", async () => {
      const area = share.querySelector(`#${button.dataset.copies}`);
      const said = share.querySelector(".share-said");
      area.select();
      try {
        await navigator.clipboard.writeText(area.value);
        button.focus();
        said.textContent = copied;
      } catch {
        said.textContent = document.execCommand("copy") ? copied : failed;
      }
    });
  }
}
