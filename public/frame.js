// placeholder until `script` is merged
document.documentElement.dataset.frameScript = "";
