// Writes the logs of one algorithm each that `cargo xtask bench` measures, and the keys to them:
// `node bulk_tokens.js KEYS FOLDER TOKENS ALG…`. Each line has a token of its own, and all of them are good.

"use strict";

const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const [keys, folder, count, ...algorithms] = process.argv.slice(1);
const START = 1_767_225_600;

const FILES = { RS: "rsa", PS: "rsa", ES256: "es256", ES384: "es384", ES512: "es512", EdDSA: "ed25519" };
const read = (alg) => {
  const file = FILES[alg] ?? FILES[alg.slice(0, 2)];
  return crypto.createPrivateKey(fs.readFileSync(path.join(keys, `own-${file}-0.pem`)));
};
const secret = crypto.createSecretKey(Buffer.from("a secret of this benchmark, and of nothing else"));

const sign = (alg, key, input) => {
  const hash = `sha${alg.slice(2)}`;
  if (alg.startsWith("HS")) {
    return crypto.createHmac(hash, key).update(input).digest("base64url");
  }
  const padding = alg.startsWith("PS") ? crypto.constants.RSA_PKCS1_PSS_PADDING : undefined;
  const options = { key, dsaEncoding: "ieee-p1363", padding, saltLength: crypto.constants.RSA_PSS_SALTLEN_DIGEST };
  return crypto.sign(alg === "EdDSA" ? null : hash, Buffer.from(input), options).toString("base64url");
};
const encoded = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

const jwks = [];
for (const alg of algorithms) {
  const key = alg.startsWith("HS") ? secret : read(alg);
  const shown = alg.startsWith("HS") ? key : crypto.createPublicKey(key);
  jwks.push({ ...shown.export({ format: "jwk" }), alg, kid: alg });
  const lines = Array.from({ length: Number(count) }, (_, number) => {
    const claims = { iss: "https://issuer.example", sub: `user-${number}`, iat: START + number, exp: START + number + 3600 };
    const input = `${encoded({ alg, kid: alg, typ: "JWT" })}.${encoded(claims)}`;
    const time = new Date((START + number) * 1000).toISOString();
    return `${time} WARN  o.e.auth.TokenFilter - GET /orders/${number} authorization="Bearer ${input}.${sign(alg, key, input)}"\n`;
  });
  fs.writeFileSync(path.join(folder, `bulk-${alg}.log`), lines.join(""));
}
fs.writeFileSync(path.join(folder, "bulk.jwks.json"), JSON.stringify({ keys: jwks }));
