// The start script. It owns what is there before the module: the language, the theme and the text area. It loads the
// one module, starts the page with it, and starts workers with it whenever the page asks for one.
//
// Hosted, the files lie beside the page and come with their hashes. In the page that is one file (`data-inside`) they
// lie in blocks of data, and the module's glue is there as `wasm_bindgen`.

"use strict";

{
  const files = document.currentScript.dataset;
  const root = document.documentElement;

  // Storage may be forbidden; then the browser's own settings count.
  const preference = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const language = preference("language") ?? navigator.language;
  root.lang = /^zh\b/i.test(language) ? "zh" : "en";
  const theme = preference("theme");
  if (theme === "light" || theme === "dark") {
    root.dataset.theme = theme;
  }

  const ready = new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", resolve, { once: true });
  });

  const address = (name) => new URL(files[name], document.baseURI).href;
  const beside = async (name) => {
    const response = await fetch(address(name), { integrity: files[`${name}Integrity`] ?? "" });
    if (!response.ok) {
      throw new Error(`the file for ${name} is not there`);
    }
    return response;
  };
  const inside = async (name) => {
    await ready;
    const text = document.getElementById(`file-${name}`).textContent;
    const packed = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
  };
  const get = "inside" in files ? inside : beside;
  const glueOf = "inside" in files ? () => ready.then(() => wasm_bindgen) : () => import(address("glue"));

  const module = get("wasm").then(async (response) => WebAssembly.compile(await response.arrayBuffer()));
  // Without the knowledge base there is still a verdict. Its index is needed at once, its texts when somebody reads.
  const text = (name) =>
    get(name)
      .then((response) => response.text())
      .catch(() => null);
  const knowledge = text("knowledge");

  // A worker from a blob: address inherits the page's policy; one from a file of its own would have none.
  const start = get("worker").then(async (response) => {
    const url = URL.createObjectURL(new Blob([await response.text()], { type: "text/javascript" }));
    const policy = globalThis.trustedTypes?.createPolicy("jwt-why", { createScriptURL: () => url });
    return policy?.createScriptURL("") ?? url;
  });
  const worker = (url, compiled) => {
    // A page from a file can't start a module as a worker.
    const worker = new Worker(url, { type: "inside" in files ? "classic" : "module", name: "diagnosis" });
    worker.postMessage({ glue: "glue" in files ? address("glue") : null, module: compiled });
    knowledge.then((text) => text === null || worker.postMessage({ kind: "knowledge", text }));
    return worker;
  };

  const fail = () => {
    document.getElementById("failure").hidden = false;
  };
  // What the module throws when it has panicked; the text area is outside of it and lives on.
  addEventListener("error", (event) => event.error instanceof WebAssembly.RuntimeError && fail());

  Promise.all([glueOf(), module, start, ready])
    .then(async ([glue, compiled, url]) => {
      await (glue.default ?? glue)({ module_or_path: compiled });
      glue.start_page({ worker: () => worker(url, compiled), knowledge: () => knowledge, texts: () => text("texts") });
      root.dataset.started = "";
    })
    .catch(fail);
}
