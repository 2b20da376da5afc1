// The worker's start script: makes an instance of the module that the page has compiled, and hands it every message.

let early = [];
let receive = (message) => early.push(message);

addEventListener(
  "message",
  async ({ data: { glue: address, module } }) => {
    addEventListener("message", ({ data }) => receive(data));
    try {
      const glue = await import(address);
      await glue.default({ module_or_path: module });
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
