// Types a character that makes a token's key wrong, and takes it away again: the milliseconds from each stroke to the
// verdict in the page, and to the end of the frame that shows it. The arguments: the key, the token, how often.

const [key, token, rounds] = arguments;
const field = (id) => document.getElementById(id);
const verdict = () => document.querySelector("[data-verdict]")?.dataset.verdict;
const finished = () => document.documentElement.dataset.diagnosis === "finished";

const until = (condition) =>
  new Promise((resolve) => {
    const observer = new MutationObserver(() => condition() && (observer.disconnect(), resolve(performance.now())));
    observer.observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
    if (condition()) {
      observer.disconnect();
      resolve(performance.now());
    }
  });
const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  });
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const fill = (id, text) => {
  field(id).focus();
  field(id).select();
  document.execCommand(text === "" ? "delete" : "insertText", false, text);
};
const stroke = async (command, text, expected) => {
  // At any moment between two frames.
  await pause(20 + Math.random() * 40);
  const begin = performance.now();
  document.execCommand(command, false, text);
  const shown = await until(() => verdict() === expected);
  const drawn = await painted();
  await until(finished);
  return [shown - begin, drawn - begin];
};

fill("keys", key);
fill("paste", token);
await until(() => verdict() === "accepted" && finished());
field("keys").focus();
field("keys").setSelectionRange(key.length, key.length);
const times = [];
for (let round = 0; round < rounds; round += 1) {
  times.push(await stroke("insertText", "!", "rejected"));
  times.push(await stroke("delete", "", "accepted"));
}
return times;
