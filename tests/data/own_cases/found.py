"""Causes that are found, without a proof."""

import gzip
import zlib

from sets import *


def found(cause, *texts):
    """Each of the texts shows the cause: (text, keys, policy)."""
    for index, (text, keys, policy) in enumerate(texts):
        ROWS.append({"id": f"found/{cause}/{index + 1}", "about": cause.replace("-", " "), "text": text, "keys": keys,
                     "policy": policy, "now": NOW, "expect": {"found": [cause]}})


def right(alg="HS256", change=lambda case: None):
    case = Case(alg)
    change(case)
    return case


def pasted(cause, *changes):
    """What happens to a right token on its way; alternating algorithms."""
    cases = [right(alg) for alg in ("HS256", "RS256", "ES256")]
    found(cause, *((change(cases[n % 3].token()), cases[n % 3].keys, cases[n % 3].policy) for n, change in enumerate(changes)))


def keyed(cause, *keys, alg="RS256", change=lambda case: None):
    """What stands in the key's place."""
    case = right(alg, change)
    found(cause, *((case.token(), text, case.policy) for text in keys))


def pss_only(key):
    """The public key in PEM under the identifier of RSASSA-PSS, which stands in a SEQUENCE of its own (RFC 4055)."""
    pkcs1 = b"\0" + key.public_key().public_bytes(DER, serialization.PublicFormat.PKCS1)
    long = lambda tag, content: bytes([tag, 0x82]) + len(content).to_bytes(2) + content
    body = b64(long(0x30, bytes.fromhex("300b06092a864886f70d01010a") + long(3, pkcs1))).decode()
    return f"-----BEGIN PUBLIC KEY-----\n{lines(body, 64)}\n-----END PUBLIC KEY-----\n"


def claimed(cause, *changes):
    """Claims, header or policy that show it."""
    cases = [right(("HS256", "RS256", "ES256")[n % 3], change) for n, change in enumerate(changes)]
    found(cause, *((case.token(), case.keys, case.policy) for case in cases))


def printed(case):
    """The token as JwtSecurityToken.ToString() of .NET prints it."""
    return f"{compact(case.header)}.{compact(case.claims)}"


def fingerprint(key):
    """The SHA-256 digest of a public key in DER."""
    return hashlib.sha256(key.public_key().public_bytes(DER, serialization.PublicFormat.SubjectPublicKeyInfo)).digest()


def libtrust(key):
    """The id that a Docker registry of version 2 gives a key."""
    letters = base64.b32encode(fingerprint(key)[:30]).decode()
    return ":".join(letters[at:at + 4] for at in range(0, 48, 4))


def snowflake(key):
    """The issuer that Snowflake wants."""
    return f"ACCOUNT.USER.SHA256:{b64(fingerprint(key)).decode()}"


def raw(header, payload, alg="HS256", cause=None):
    """A token of any octets, signed as they are."""
    case = Case(alg)
    data = f"{b64u(header)}.{b64u(payload)}"
    return f"{data}.{b64u(sign(alg, case.key, data.encode()))}", case.keys, case.policy


def lines(text, width):
    return "\n".join(text[at:at + width] for at in range(0, len(text), width))


def spki_lines():
    return pem(RSA[0]).splitlines()


def jwe(header, *segments):
    return ".".join([b64u(compact(header).encode()), *map(b64u, segments)])


def weak(bits):
    return private(f"rsa-{bits}", lambda: rsa.generate_private_key(65537, bits))


def certificate(key, start, days):
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "issuer.example")])
    built = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
             .not_valid_before(start).not_valid_after(start + datetime.timedelta(days)))
    return built.sign(key, hashes.SHA256()).public_bytes(PEM).decode()


def roca(seed):
    """A modulus with the fingerprint of the broken generator: both factors are powers of 65537 modulo small primes."""
    primes = [p for p in range(2, 702) if all(p % q for q in range(2, p))][:126]
    m = 1
    for p in primes:
        m *= p
    rng = random.Random(seed)
    factors = [rng.getrandbits(1024 - m.bit_length()) * m + pow(65537, rng.getrandbits(40), m) for _ in range(2)]
    return {"kty": "RSA", "n": number(factors[0] * factors[1]), "e": "AQAB"}


def everything_found():
    def header(**members):
        return lambda case: case.header.update(members)

    def claim(**members):
        return lambda case: case.claims.update(members)

    def expecting(**members):
        return lambda case: case.policy.update(members)

    found("decoded-token", *((text(printed(case)), case.keys, case.policy) for case, text in zip((right("HS256"), right("RS256")), (
        lambda token: f"IDX10501: Signature validation failed. Unable to match 'kid': 'a', token: '{token}'.",
        lambda token: compact({"level": "error", "message": f"IDX10511: Signature validation failed. token: '{token}'."})))))
    pasted("missing-auth-scheme", lambda t: f"Authorization: {t}", lambda t: f"authorization: {t}\r\n")
    pasted("auth-scheme-twice", lambda t: f"Bearer Bearer {t}", lambda t: f"Authorization: Bearer bearer {t}")
    pasted("two-tokens-joined", lambda t: f"Bearer {t}, Bearer {Case('HS384').token()}", lambda t: f"Authorization: Bearer {t},{Case('HS384').token()}")
    pasted("url-encoded-token", lambda t: t.replace(".", "%2E"), lambda t: t.replace(".", "%2e").replace("-", "%2D").replace("_", "%5F"))
    pasted("whitespace-in-token", lambda t: lines(t, 64), lambda t: t[:30] + " " + t[30:])
    pasted("case-changed", str.lower, str.upper)
    pasted("double-encoded-token", lambda t: b64(t.encode()).decode(), lambda t: b64u(t.encode()))
    claimed("header-value-too-long", claim(groups=["group-%d" % n for n in range(600)]), claim(blob="x" * 9000))
    inner = Case("HS384").token()
    found("nested-jwt", raw(b'{"alg":"HS256","cty":"JWT"}', inner.encode()), raw(b'{"alg":"HS256"}', inner.encode()))
    found("non-canonical-base64", *((t[:-1] + chr(ord(t[-1]) + 1), c.keys, c.policy) for c in (Case("HS256"), Case("RS256"))
                                    for t in [next(t for t in iter(c.token, None) if t[-1] in "AEIMQUYcgkosw048")]))
    found("header-not-object", raw(b'["alg","HS256"]', b"{}"), raw(b'"HS256"', b"{}"))
    found("header-not-utf8", raw(b'{"alg":"HS256","x":"\xff"}', b"{}"), raw(b"\xfe\xff\x00{", b"{}"))
    found("payload-not-utf8", raw(b'{"alg":"HS256"}', b'{"name":"\xe9"}'), raw(b'{"alg":"HS256"}', b'{"sub":"\xff\xfe"}'))
    found("payload-compressed", raw(b'{"alg":"HS256"}', gzip.compress(b'{"sub":"a"}', mtime=0)),
          raw(b'{"alg":"HS256","zip":"DEF"}', zlib.compress(b'{"sub":"a"}')[2:-4]))
    claimed("alg-unknown", header(alg="HS265"), header(alg="RS1"))
    claimed("alg-case", header(alg="hs256"), header(alg="Rs256"))
    claimed("no-algorithm-list", expecting(algorithms=[]), expecting(algorithms=[]))
    keyed("no-key", "", "", alg="ES256")
    keyed("secret-placeholder", "CHANGE_ME", "${JWT_SECRET}", "undefined", alg="HS256")
    for bits in (1024, 512):
        case = Case("RS256")
        case.key = weak(bits) if bits > 512 else weak(1024)
        found(f"rsa-key-too-small", (case.token(), pem(case.key) if bits > 512 else json.dumps(jwk(case.key)), case.policy))
    keyed("private-key-given", RSA[0].private_bytes(PEM, PKCS8, NONE).decode(),
          RSA[0].private_bytes(PEM, serialization.PrivateFormat.TraditionalOpenSSL, NONE).decode())
    passphrase = serialization.BestAvailableEncryption(b"secret")
    keyed("encrypted-private-key", RSA[0].private_bytes(PEM, PKCS8, passphrase).decode(),
          RSA[0].private_bytes(PEM, serialization.PrivateFormat.TraditionalOpenSSL, passphrase).decode())
    start = datetime.datetime(2025, 1, 1)
    keyed("certificate-given", certificate(RSA[0], start, 3650), certificate(RSA[0], start, 1000))
    keyed("certificate-expired", certificate(RSA[0], start, 10), certificate(RSA[0], datetime.datetime(2030, 1, 1), 10))
    pkcs1 = RSA[0].public_key().public_bytes(PEM, serialization.PublicFormat.PKCS1).decode()
    keyed("pkcs1-public-key", pkcs1, pkcs1.strip())
    spki = pem(RSA[0])
    keyed("pem-newlines-lost", spki.replace("\n", "\\n"), spki.replace("\n", " "), "    ".join(spki_lines()))
    keyed("pem-label-wrong", spki.replace("PUBLIC KEY", "RSA PUBLIC KEY"), spki.replace("-----BEGIN", "----BEGIN"))
    keyed("pem-armour-missing", "".join(spki_lines()[1:-1]), "\n".join(spki_lines()[1:-1]))
    keyed("pem-truncated", "\n".join(spki_lines()[:4]), "\n".join(spki_lines()[:3] + spki_lines()[4:]))
    keyed("pem-quoted", f'"{spki}"', f"'{spki.strip()}'")
    keyed("key-base64-twice", b64(spki.encode()).decode(), b64u(spki.encode()))
    keyed("key-is-path", "/etc/keys/jwt-public.pem", "file:///run/secrets/jwt.pem")
    keyed("key-is-url", "https://issuer.example/.well-known/jwks.json", "https://issuer.example/oauth2/v1/keys")
    openssh = serialization.PublicFormat.OpenSSH
    ssh = RSA[0].public_key().public_bytes(serialization.Encoding.OpenSSH, openssh).decode()
    keyed("ssh-public-key", ssh, ssh + " ada@example")
    der = RSA[0].public_key().public_bytes(DER, SPKI)
    keyed("der-key", der.hex(), der.hex().upper())
    keyed("key-not-recognised", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQENBF\n-----END PGP PUBLIC KEY BLOCK-----", open(os.path.join(HERE, "keys", "dsa-spki.pem")).read())
    hasura = json.dumps({"type": "RS256", "key": spki})
    keyed("key-in-settings", f"HASURA_GRAPHQL_JWT_SECRET: '{hasura}'", json.dumps({"id": "1", "rsa_public_key": spki, "secret": "x"}))
    keyed("key-for-pss-only", pss_only(RSA[0]), "".join(pss_only(RSA[0]).splitlines()[1:-1]))
    public = jwk(RSA[0])
    without = lambda *names: json.dumps({name: value for name, value in public.items() if name not in names})
    keyed("jwk-member-missing", without("e"), without("n"))
    keyed("jwk-kty-missing", without("kty"), jwks({name: value for name, value in public.items() if name != "kty"}))
    keyed("jwk-kty-unknown", json.dumps({**public, "kty": "RSAKEY"}), json.dumps({**public, "kty": "DSA"}))
    full = {**public, "d": number(RSA[0].private_numbers().d)}
    keyed("jwk-is-private", json.dumps(full), jwks({**full, "kid": "one"}))
    keyed("jwk-value-malformed", json.dumps({**public, "n": b64(base64.urlsafe_b64decode(public["n"] + "==")).decode()}), json.dumps({**public, "e": 65537}))
    keyed("jwk-curve-wrong", json.dumps({**jwk(EC["ES256"][0]), "crv": "P-384"}), json.dumps({**jwk(EC["ES256"][0]), "y": jwk(EC["ES256"][1])["y"]}), alg="ES256")
    named = lambda kid: lambda case: case.header.update(kid=kid)
    keyed("jwks-kid-not-found", jwks(jwk(RSA[0], kid="one")), jwks(jwk(RSA[1], kid="one"), jwk(RSA[2], kid="two")), change=named("three"))
    keyed("jwks-empty", jwks(), '{"keys": [ ]}')
    keyed("jwks-not-a-set", json.dumps([public]), json.dumps({"issuer": "https://issuer.example", "jwks_uri": "https://issuer.example/keys"}))
    keyed("jwks-not-json", "<!doctype html><html><title>404</title></html>", "{\"keys\": [")
    keyed("jwks-duplicate-kid", jwks(jwk(RSA[1], kid="one"), jwk(RSA[0], kid="one")), jwks(jwk(RSA[0], kid="one"), jwk(RSA[2], kid="one")), change=named("one"))
    keyed("jwks-key-unusable", jwks(jwk(EC["ES256"][0], kid="one"), jwk(RSA[0], kid="two")), jwks(jwk(ED[0], kid="one")), change=named("one"))
    chain = [b64(base64.b64decode("".join(certificate(RSA[0], start, 3650).splitlines()[1:-1]))).decode()]
    keyed("jwks-x5c-only", jwks({"kty": "RSA", "kid": "one", "x5c": chain}), jwks({"kty": "RSA", "x5c": chain}))
    keyed("kid-missing", jwks(jwk(RSA[0], kid="one"), jwk(RSA[1], kid="two")), jwks(jwk(RSA[2], kid="a"), jwk(RSA[0], kid="b")))
    claimed("kid-not-string", header(kid=5), header(kid=None))
    claimed("typ-not-string", header(typ=5), header(typ=["JWT"]))
    claimed("crit-not-understood", header(crit=["exp"], exp=5), header(crit=["x"], x=True))
    claimed("issued-in-future", claim(iat=NOW + 400), claim(iat=NOW + 90_000, exp=NOW + 99_000))
    claimed("short-lifetime", claim(iat=NOW - 5, exp=NOW + 20), claim(iat=NOW - 1, exp=NOW + 5))
    claimed("aud-not-expected", lambda case: case.policy.pop("audience"), lambda case: case.policy.pop("audience"))
    claimed("jti-not-string", claim(jti=5), claim(jti=["a"]))
    claimed("wrong-token-kind", lambda case: (case.claims.update(token_use="id"), case.policy.update(typ="at+jwt")), claim(typ="Refresh"))
    for cause, key in (("key-fingerprint-mismatch", "other"), ("key-fingerprint-match", "key")):
        registry, account = right("ES256"), right("RS256")
        registry.header.update(kid=libtrust(getattr(registry, key)))
        account.claims.update(iss=snowflake(getattr(account, key)))
        account.policy.pop("issuer")
        found(cause, *((case.token(), case.keys, case.policy) for case in (registry, account)))
    claimed("numeric-date-fraction", claim(iat=NOW - 30.25), claim(exp=NOW + 60.5))
    claimed("never-expires", lambda case: case.claims.pop("exp"), lambda case: case.claims.pop("exp"))
    deep = lambda depth: b"[" * depth + b"]" * depth
    found("input-too-deep", raw(b'{"alg":"HS256"}', b'{"x":' + deep(200) + b"}"), raw(b'{"alg":"HS256","x":' + deep(300) + b"}", b"{}"))
    secret256 = b64u(hashlib.sha256(b"content").digest())
    sealed = jwe({"alg": "dir", "enc": "A256GCM"}, b"", b"123456789012", b"some ciphertext", b"0123456789abcdef")
    octet = json.dumps({"kty": "oct", "k": secret256})
    found("jwe-decrypt-failed", (sealed, octet, {}), (jwe({"alg": "dir", "enc": "A128CBC-HS256"}, b"", b"1234567890123456", b"x" * 32, b"0123456789abcdef"), octet, {}))
    for count in (10_000_000, 2_000_000_000):
        head = {"alg": "PBES2-HS256+A128KW", "enc": "A128GCM", "p2s": b64u(b"saltsalt"), "p2c": count}
        found("pbes2-count-too-high", (jwe(head, b"k" * 24, b"123456789012", b"text", b"0123456789abcdef"), "password", {}))
    for key in (RSA[0], RSA[1]):
        oaep = jwe({"alg": "RSA1_5", "enc": "A128GCM"}, b"\1" * 256, b"123456789012", b"text", b"0123456789abcdef")
        found("rsa1-5-encryption", (oaep, key.private_bytes(PEM, PKCS8, NONE).decode(), {}))
    disclosure = b64u(b'["salt","name","Ada"]')
    sd = Case("ES256")
    sd.claims.update(_sd=[b64u(hashlib.sha256(b"other").digest())], _sd_alg="sha-256")
    plain = Case("HS256")
    found("sd-jwt-disclosure-unmatched", (f"{sd.token()}~{disclosure}~", sd.keys, sd.policy), (f"{plain.token()}~{disclosure}~", plain.keys, plain.policy))
    for alg, hashed, cnf in (("RS256", b"other", None), ("ES256", None, RSA[0])):
        bound, binding = Case(alg), Case("RS256")
        bound.claims["cnf"] = {"jwk": jwk(cnf or binding.key)}
        sent = bound.token() + "~"
        binding.header["typ"] = "kb+jwt"
        binding.claims = {"iat": NOW, "aud": "https://verifier.example", "nonce": "n", "sd_hash": b64u(hashlib.sha256(hashed or sent.encode()).digest())}
        if cnf:
            binding.key = RSA[1]
        found("key-binding", (sent + binding.token(), bound.keys, bound.policy))
    for alg in ("HS256", "ES256"):
        identity, access = Case(alg), Case(alg)
        identity.claims["at_hash"] = b64u(b"0123456789abcdef")
        access.claims["scope"] = "read"
        found("at-hash-mismatch", (f'{{"id_token": "{identity.token()}", "access_token": "{access.token()}"}}', identity.keys, identity.policy))
    for ath in (b"other", b"another"):
        access, proof = Case("RS256"), Case("ES256")
        access.claims["cnf"] = {"jkt": b64u(hashlib.sha256(b"thumb").digest())}
        proof.header.update(typ="dpop+jwt", jwk=jwk(proof.key))
        proof.claims = {"jti": "a", "htm": "GET", "htu": "https://api.example/", "iat": NOW, "ath": b64u(hashlib.sha256(ath).digest())}
        found("dpop-mismatch", (f"Authorization: DPoP {access.token()}\nDPoP: {proof.token()}", access.keys, {}))
    keyed("rsa-key-roca", json.dumps(roca(1)), json.dumps(roca(2)))
    keyed("jwks-holds-secret", jwks(jwk(RSA[0], kid="a"), {"kty": "oct", "kid": "b", "k": secret256}), jwks({"kty": "oct", "k": secret256}, jwk(RSA[0])))
