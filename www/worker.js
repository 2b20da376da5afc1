// The worker's start script: makes an instance of the module that the page has compiled, and hands it every message.

let early = [];
let receive = (message) => early.push(message);

addEventListener(
  "message",
  async ({ data: { glue: address, module } }) => {
    addEventListener("message", ({ data }) => receive(data));
    try {
      // In the page that is one file the glue stands above this.
      const glue = address === null ? wasm_bindgen : await import(address);
      await (glue.default ?? glue)({ module_or_path: module });
      glue.start_worker();
      receive = glue.receive;
    } catch {
      postMessage({ kind: "dead" });
      return;
    }
    early.forEach((message) => receive(message));
    early = [];
  },
  { once: true },
);
