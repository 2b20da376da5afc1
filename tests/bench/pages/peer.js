// What a page is that stands on `jose` alone: a token, a key, and whether the one verifies with the other. Keys are
// imported once, results are drawn by hand, and everything happens at once: the least that such a page has to do.

import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, errors, jwtVerify } from "jose";

const root = document.documentElement;
const [paste, keys, results] = ["paste", "keys", "results"].map((id) => document.getElementById(id));
let generation = 0;
let ring = { text: "", key: null };

/// The key for a text, imported once.
const keyFor = (text) => {
  if (ring.text !== text) {
    const isSet = text.trimStart().startsWith("{");
    ring = { text, key: isSet ? createLocalJWKSet(JSON.parse(text)) : new TextEncoder().encode(text) };
  }
  return ring.key;
};

const verify = async (token, key) => {
  try {
    return await jwtVerify(token, key);
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) {
      throw error;
    }
    for await (const candidate of error) {
      try {
        return await jwtVerify(token, candidate);
      } catch (failure) {
        if (!(failure instanceof errors.JWSSignatureVerificationFailed)) {
          throw failure;
        }
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
};

const judge = async (token, text) => {
  try {
    const shown = JSON.stringify([decodeProtectedHeader(token), decodeJwt(token)], null, 2);
    if (text === "") {
      return ["undecided", shown];
    }
    await verify(token, keyFor(text));
    return ["accepted", shown];
  } catch (error) {
    return ["rejected", `${error.code ?? error.name}: ${error.message}`];
  }
};

const answer = async () => {
  generation += 1;
  const asked = generation;
  const token = paste.value.trim();
  if (token === "") {
    results.replaceChildren();
    return;
  }
  root.dataset.diagnosis = "running";
  const [verdict, text] = await judge(token, keys.value);
  if (asked === generation) {
    const shown = document.createElement("pre");
    shown.dataset.verdict = verdict;
    shown.textContent = `${verdict}\n${text}`;
    results.replaceChildren(shown);
    root.dataset.diagnosis = "finished";
  }
};

paste.addEventListener("input", answer);
keys.addEventListener("input", answer);
answer();
root.dataset.started = "";
