// Writes the log that `cargo xtask bench` measures, and the keys to it: `node many_tokens.js KEYS FOLDER`.
//
// A hundred million bytes with 16,000 tokens, 4,000 of them distinct, of RS256, ES256 and HS256 in equal parts, under
// a set of four keys. Everything but the random part of an ECDSA signature is the same each time.

"use strict";

const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const [keys, folder] = process.argv.slice(1);
const BYTES = 100_000_000;
const DISTINCT = 4_000;
const SIGHTINGS = 16_000;
const START = 1_767_225_600;

const read = (name) => crypto.createPrivateKey(fs.readFileSync(path.join(keys, name)));
const secret = Buffer.from("a secret of this benchmark, and of nothing else");
const signers = {
  RS256: { kid: "rsa", key: read("own-rsa-0.pem") },
  ES256: { kid: "ec", key: read("own-es256-0.pem") },
  HS256: { kid: "oct" },
};
const publicJwk = (kid, key) => ({ ...crypto.createPublicKey(key).export({ format: "jwk" }), kid });
const jwks = {
  keys: [
    publicJwk("rsa", signers.RS256.key),
    publicJwk("ec", signers.ES256.key),
    { kty: "oct", kid: "oct", k: secret.toString("base64url") },
    publicJwk("old", read("own-rsa-1.pem")),
  ],
};

const sign = (alg, input) => {
  if (alg === "HS256") {
    return crypto.createHmac("sha256", secret).update(input).digest("base64url");
  }
  const { key } = signers[alg];
  return crypto.sign("sha256", Buffer.from(input), { key, dsaEncoding: "ieee-p1363" }).toString("base64url");
};
const encoded = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const token = (number) => {
  const alg = Object.keys(signers)[number % 3];
  const issued = START + number * 5;
  const claims = {
    iss: "https://issuer.example",
    aud: "api",
    sub: `user-${number % 500}`,
    jti: crypto.createHash("sha256").update(String(number)).digest("hex").slice(0, 32),
    scope: "openid profile email orders:read orders:write",
    iat: issued,
    // One in four has expired before it is seen for the last time.
    exp: issued + (number % 4 === 0 ? 15 : 3600),
  };
  const input = `${encoded({ alg, kid: signers[alg].kid, typ: "JWT" })}.${encoded(claims)}`;
  return `${input}.${sign(alg, input)}`;
};

const tokens = Array.from({ length: DISTINCT }, (_, number) => token(number));
const stamp = (seconds) => new Date(seconds * 1000).toISOString();
const ordinary = (seconds, number) =>
  `${stamp(seconds)} INFO  [worker-${number % 16}] o.e.orders.OrderService - order ${number * 7919} of user-${number % 500}: ${number % 9} items, priced in ${number % 83} ms, from cache ${number % 2 === 0}\n`;

const log = path.join(folder, "many-tokens.log");
// It gets its name when it is whole.
const out = fs.createWriteStream(`${log}.part`);
let written = 0;
let lines = 0;
const write = (text) => {
  written += text.length;
  return out.write(text) ? undefined : new Promise((resolve) => out.once("drain", resolve));
};
const main = async () => {
  fs.writeFileSync(path.join(folder, "many-tokens.jwks.json"), JSON.stringify(jwks));
  for (let sighting = 0; sighting < SIGHTINGS; sighting += 1) {
    // Each token is seen four times, ten seconds apart.
    const number = Math.min(DISTINCT - 1, Math.floor(sighting / 4));
    const seconds = START + number * 5 + (sighting % 4) * 10;
    await write(`${stamp(seconds)} WARN  [http-${sighting % 32}] o.e.auth.TokenFilter - GET /orders/${sighting} 401 authorization="Bearer ${tokens[number]}" from 10.0.${sighting % 256}.7\n`);
    while (written < (BYTES / SIGHTINGS) * (sighting + 1)) {
      await write(ordinary(seconds, lines));
      lines += 1;
    }
  }
  out.end(() => fs.renameSync(`${log}.part`, log));
};
main();
