// Pastes a token beside a set of keys, again and again: the milliseconds from the paste to the verdict in the page, to
// what the experiments proved or ruled out, and to the end of the diagnosis; null for what is not looked for. The
// arguments: the keys, the token, the verdict, what shows that the experiments have ended, how often.

const [keys, token, expected, explained, rounds] = arguments;
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
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const fill = (id, text) => {
  field(id).focus();
  field(id).select();
  document.execCommand(text === "" ? "delete" : "insertText", false, text);
};

fill("paste", "");
fill("keys", keys);
const times = [];
for (let round = 0; round < rounds; round += 1) {
  fill("paste", "");
  await until(() => verdict() === undefined);
  await pause(100 + Math.random() * 40);
  field("paste").focus();
  const begin = performance.now();
  document.execCommand("insertText", false, token);
  const shown = await until(() => verdict() === expected);
  const proved = explained === null ? null : (await until(() => document.querySelector(explained))) - begin;
  const ended = await until(finished);
  times.push([shown - begin, proved, ended - begin]);
}
return times;
