// As the library frames listens: it greets a frame when that has loaded, and obeys AMP's message.
const frame = document.querySelector("#outbreak");
const greet = () => frame.contentWindow.postMessage({ sentinel: "amp", type: "frames-init" }, "*");
frame.addEventListener("load", greet);
greet();
addEventListener("message", ({ data, source }) => {
  if (source !== frame.contentWindow || data?.sentinel !== "amp" || data.type !== "embed-size") return;
  frame.setAttribute("height", data.height);
});
