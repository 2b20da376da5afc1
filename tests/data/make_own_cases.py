#!/usr/bin/env python3
"""Writes own-cases.jsonl: faults, alone and in pairs, and traps, each with what must be proved about it.

Needs the package `cryptography`. A fault is a function that changes a case in the making; a pair is two of them.
The private keys lie in keys/own-*.pem and are made when they are not there. What is random is seeded, but for the
signatures of ECDSA and RSASSA-PSS.
"""
import base64, copy, hashlib, hmac, json, os, random
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils
from cryptography import x509
import datetime

HERE = os.path.dirname(os.path.abspath(__file__))
NOW = 1_750_000_000
PEM, PKCS8, NONE = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
SPKI = serialization.PublicFormat.SubjectPublicKeyInfo
HASHES = {"256": hashes.SHA256, "384": hashes.SHA384, "512": hashes.SHA512, "256K": hashes.SHA256}
CURVES = {"ES256": ec.SECP256R1, "ES384": ec.SECP384R1, "ES512": ec.SECP521R1, "ES256K": ec.SECP256K1}


def private(name, make):
    path = os.path.join(HERE, "keys", f"own-{name}.pem")
    if not os.path.exists(path):
        with open(path, "wb") as file:
            file.write(make().private_bytes(PEM, PKCS8, NONE))
    with open(path, "rb") as file:
        return serialization.load_pem_private_key(file.read(), None)


RSA = [private(f"rsa-{n}", lambda: rsa.generate_private_key(65537, 2048)) for n in range(3)]
EC = {alg: [private(f"{alg.lower()}-{n}", lambda: ec.generate_private_key(curve())) for n in range(2)]
      for alg, curve in CURVES.items()}
ED = [private(f"ed25519-{n}", ed25519.Ed25519PrivateKey.generate) for n in range(2)]


def pem(key):
    return key.public_key().public_bytes(PEM, SPKI).decode()


def b64u(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def number(value, length=None):
    return b64u(value.to_bytes(length or (value.bit_length() + 7) // 8, "big"))


def jwk(key, **members):
    if isinstance(key, bytes):
        return {"kty": "oct", "k": b64u(key), **members}
    numbers = key.public_key()
    if isinstance(key, rsa.RSAPrivateKey):
        numbers = numbers.public_numbers()
        return {"kty": "RSA", "n": number(numbers.n), "e": number(numbers.e), **members}
    if isinstance(key, ed25519.Ed25519PrivateKey):
        raw = numbers.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        return {"kty": "OKP", "crv": "Ed25519", "x": b64u(raw), **members}
    crv = {256: "P-256", 384: "P-384", 521: "P-521"}[numbers.curve.key_size]
    crv = "secp256k1" if numbers.curve.name == "secp256k1" else crv
    length = (numbers.curve.key_size + 7) // 8
    point = numbers.public_numbers()
    return {"kty": "EC", "crv": crv, "x": number(point.x, length), "y": number(point.y, length), **members}


def jwks(*keys):
    return json.dumps({"keys": list(keys)})


def sign(alg, key, data, salt=None, der=False):
    family, hash_ = alg[:2], HASHES.get(alg[2:])
    if family == "HS":
        return hmac.new(key, data, {"256": hashlib.sha256, "384": hashlib.sha384, "512": hashlib.sha512}[alg[2:]]).digest()
    if family == "RS":
        return key.sign(data, padding.PKCS1v15(), hash_())
    if family == "PS":
        return key.sign(data, padding.PSS(padding.MGF1(hash_()), hash_.digest_size if salt is None else salt), hash_())
    if alg == "EdDSA":
        return key.sign(data)
    signature = key.sign(data, ec.ECDSA(hash_()))
    if der:
        return signature
    r, s = utils.decode_dss_signature(signature)
    length = (key.curve.key_size + 7) // 8
    return r.to_bytes(length, "big") + s.to_bytes(length, "big")


def compact(value):
    return json.dumps(value, separators=(",", ":"))


class Case:
    """A case in the making: right in all, until a fault changes it."""

    def __init__(self, alg="HS256"):
        rng = random.Random(alg)
        self.alg = self.signed_as = alg
        self.header = {"alg": alg, "typ": "JWT"}
        self.claims = {"iss": "https://issuer.example", "sub": "user-1", "aud": "api", "iat": NOW - 60, "exp": NOW + 3600}
        self.policy = {"algorithms": [alg], "issuer": "https://issuer.example", "audience": "api"}
        self.now = NOW
        self.salt, self.der, self.sign = None, False, None
        self.inputs, self.spelled, self.changes, self.after = None, compact, [], []
        if alg.startswith("HS"):
            self.key = "".join(rng.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(64)).encode()
            self.keys, self.other = self.key.decode(), b"another secret that nobody signed with, long enough for all"
        elif alg[:2] in ("RS", "PS"):
            self.key, self.other = RSA[0], RSA[1]
            self.keys = pem(self.key)
        elif alg == "EdDSA":
            self.key, self.other = ED
            self.keys = pem(self.key)
        else:
            self.key, self.other = EC[alg]
            self.keys = pem(self.key)

    def token(self):
        header, payload = self.spelled(self.header).encode(), self.spelled(self.claims).encode()
        data = f"{b64u(header)}.{b64u(payload)}".encode()
        if self.inputs:
            data = self.inputs(self.header, self.claims)
        signature = self.sign(data) if self.sign else sign(self.signed_as, self.key, data, self.salt, self.der)
        for change in self.changes:
            signature = change(signature)
        token = f"{b64u(header)}.{b64u(payload)}.{b64u(signature)}"
        for change in self.after:
            token = change(token)
        return token


# ---------------------------------------------------------------- faults: name -> (causes, algorithms, function)
FAULTS = {}


def fault(*causes, algs=("HS256", "RS256"), name=None):
    def register(function):
        FAULTS[(name or function.__name__).replace("_", "-")] = (list(causes), algs, function)
        return function
    return register


HS = ("HS256", "HS384", "HS512")


def secret(cause, name, change, algs=("HS256", "HS512")):
    """The given secret is S; the issuer signs with change(S)."""
    def apply(case):
        given, used = change(case.key)
        case.key = used if isinstance(used, bytes) else used.encode()
        case.keys = given if isinstance(given, str) else given.decode()
    FAULTS[name] = ([cause], algs, apply)


def octets(key):
    return hashlib.sha512(key).digest()


b64 = base64.b64encode
secret("secret-base64-decoded", "base64-not-decoded", lambda k: (b64(octets(k)), octets(k)))
secret("secret-base64-decoded", "base64url-not-decoded", lambda k: (b64u(octets(k)), octets(k)))
secret("secret-base64-decoded", "base64-not-decoded-twice", lambda k: (b64(b64(octets(k))), octets(k)), ("HS384", "HS256"))
secret("secret-base64-text", "decoded-too-early", lambda k: (k, b64(k)))
secret("secret-base64-text", "decoded-too-early-url", lambda k: ("k?" + k.decode(), b64u(b"k?" + k)))
secret("secret-hex-decoded", "hex-not-decoded", lambda k: (octets(k).hex(), octets(k)))
secret("secret-hex-decoded", "hex-not-decoded-capital", lambda k: (octets(k).hex().upper(), octets(k)))
secret("secret-hex-text", "hex-decoded-too-early", lambda k: (k, k.hex()))
secret("secret-whitespace", "newline-read-from-file", lambda k: (k + b"\n", k))
secret("secret-whitespace", "crlf-read-from-file", lambda k: (k + b"\r\n", k))
secret("secret-whitespace", "blank-copied", lambda k: (b" " + k + b" ", k))
secret("secret-whitespace", "newline-at-issuer", lambda k: (k, k + b"\n"))
secret("secret-whitespace", "wrapped-secret", lambda k: (k[:30] + b"\n" + k[30:], k))
secret("secret-quoted", "double-quotes", lambda k: (b'"' + k + b'"', k))
secret("secret-quoted", "single-quotes", lambda k: (b"'" + k + b"'", k))
secret("secret-quoted", "quotes-at-issuer", lambda k: (k, b'"' + k + b'"'))
secret("secret-url-encoded", "percent-encoded", lambda k: (k + b"%2F%2B%3D", k + b"/+="))
secret("secret-url-encoded", "percent-encoded-at-issuer", lambda k: (k + b"/+=", k + b"%2F%2B%3D"))
secret("secret-shell-expanded", "compose-dollar", lambda k: (k[:9] + b"$$" + k[9:], k[:9] + b"$" + k[9:]))
secret("secret-shell-expanded", "shell-variable", lambda k: (k[:40] + b"$abc", k[:40]))
secret("secret-shell-expanded", "escaped-newline", lambda k: (k[:9] + rb"\n" + k[9:], k[:9] + b"\n" + k[9:]))
secret("secret-shell-expanded", "env-comment", lambda k: (k[:40] + b"#" + k[40:], k[:40]))
secret("secret-charset", "latin-1", lambda k: (k.decode() + "\u00fc", k + b"\xfc"))
secret("secret-charset", "utf-16", lambda k: (k, k.decode().encode("utf-16-le")))
secret("secret-charset", "byte-order-mark", lambda k: (k, b"\xef\xbb\xbf" + k))
secret("secret-prefix", "laravel-prefix", lambda k: ("base64:" + b64(octets(k)).decode(), octets(k)))
secret("secret-prefix", "hex-prefix", lambda k: ("hex:" + octets(k).hex(), octets(k)))
secret("secret-prefix", "variable-name", lambda k: (b"JWT_SECRET=" + k, k))
secret("secret-empty", "empty-at-issuer", lambda k: (k, b""))
secret("secret-well-known", "example-secret", lambda k: (k, b"your-256-bit-secret"))
secret("secret-well-known", "word-secret", lambda k: (k, b"secret"))
secret("jwk-k-not-encoded", "k-is-text", lambda k: (compact({"kty": "oct", "k": k.decode()}), k))
secret("jwk-k-not-encoded", "k-is-text-with-signs", lambda k: (compact({"kty": "oct", "k": k.decode() + "!?"}), k + b"!?"))


@fault("jwks-other-key-verifies", algs=("RS256", "ES256", "EdDSA", "HS256", "PS384"))
def kid_names_another_key(case):
    case.header["kid"] = "two"
    case.keys = jwks(jwk(case.key, kid="one"), jwk(case.other, kid="two"))


@fault("jwks-other-key-verifies", algs=("RS256", "ES384"))
def kid_of_no_key(case):
    case.header["kid"] = "three"
    case.keys = jwks(jwk(case.key, kid="one"), jwk(case.other, kid="two"))


@fault("jwk-use", algs=("RS256", "ES256"))
def key_for_encryption(case):
    case.keys = json.dumps(jwk(case.key, use="enc"))


@fault("jwk-key-ops", algs=("RS256", "HS256"))
def key_for_signing_only(case):
    case.keys = json.dumps(jwk(case.key, key_ops=["sign"]))


@fault("jwk-alg-mismatch", algs=("RS256", "HS256"))
def key_for_another_algorithm(case):
    case.keys = json.dumps(jwk(case.key, alg=case.alg[:2] + "512"))


@fault("alg-not-allowed", algs=("HS256", "RS256", "ES256"))
def algorithm_not_on_the_list(case):
    case.policy["algorithms"] = ["PS512"]


def confusion(name, text, alg="HS256", key=None):
    def apply(case):
        public = key or RSA[0]
        case.__init__(alg)
        case.keys, case.key = pem(public), text(public)
    FAULTS[f"confusion-{name}"] = (["algorithm-confusion"], (alg,), apply)


DER = serialization.Encoding.DER
confusion("pem", lambda k: pem(k).encode())
confusion("pem-trimmed", lambda k: pem(k).strip().encode(), "HS384")
confusion("pem-crlf", lambda k: pem(k).replace("\n", "\r\n").encode())
confusion("pkcs1", lambda k: k.public_key().public_bytes(PEM, serialization.PublicFormat.PKCS1))
confusion("der", lambda k: k.public_key().public_bytes(DER, SPKI), "HS512")
confusion("ec-pem", lambda k: pem(k).encode(), "HS256", EC["ES256"][0])


@fault("algorithm-confusion", algs=("HS256",))
def confusion_certificate(case):
    case.__init__("HS256")
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "issuer.example")])
    start = datetime.datetime(2025, 1, 1)
    certificate = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(RSA[0].public_key())
                   .serial_number(1).not_valid_before(start).not_valid_after(start + datetime.timedelta(3650))
                   .sign(RSA[0], hashes.SHA256()))
    case.keys = certificate.public_bytes(PEM).decode()
    case.key = case.keys.encode()


@fault("self-signed-key", algs=("RS256", "ES256", "EdDSA"))
def key_in_the_header(case):
    case.header["jwk"] = jwk(case.other)
    case.key = case.other


@fault("self-signed-key", algs=("RS256",))
def certificate_in_the_header(case):
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "evil.example")])
    start = datetime.datetime(2025, 1, 1)
    certificate = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(case.other.public_key())
                   .serial_number(1).not_valid_before(start).not_valid_after(start + datetime.timedelta(3650))
                   .sign(case.other, hashes.SHA256()))
    case.header["x5c"] = [b64(certificate.public_bytes(DER)).decode()]
    case.key = case.other


def wrong_header(named, used):
    def apply(case):
        case.signed_as = used
    FAULTS[f"signed-as-{used.lower()}"] = (["alg-header-wrong"], (named,), apply)


for named, used in [("RS256", "RS512"), ("RS384", "PS384"), ("PS256", "RS256"), ("HS256", "HS384"), ("HS512", "HS256")]:
    wrong_header(named, used)


@fault("pss-salt-length", algs=("PS256", "PS384"))
def salt_of_no_length(case):
    case.salt = 0


@fault("pss-salt-length", algs=("PS256", "PS512"))
def salt_of_the_greatest_length(case):
    case.salt = padding.PSS.MAX_LENGTH


@fault("der-signature", algs=("ES256", "ES384", "ES512", "ES256K"))
def der(case):
    case.der = True


def damaged(name, change, algs):
    def apply(case):
        case.after.append(lambda token: ".".join(token.split(".")[:2] + [change(token.split(".")[2])]))
    FAULTS[f"signature-{name}"] = (["signature-damaged"], algs, apply)


def replaced(text, at):
    return text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1:]


damaged("cut", lambda s: s[:-12], HS)
damaged("cut-to-odd-length", lambda s: s[:-2], ("HS256",))
damaged("character-changed", lambda s: replaced(s, 7), ("HS256", "HS512"))
damaged("character-lost", lambda s: s[:9] + s[10:], ("HS256", "HS384"))
damaged("character-added", lambda s: s[:9] + "x" + s[9:], ("HS256", "HS512"))
damaged("lower-case", str.lower, ("HS256", "HS512"))
damaged("start-lost", lambda s: s[4:], ("HS256",))


damaged("last-character-lost", lambda s: s[:-1], ("RS256", "ES256", "EdDSA"))
damaged("last-character-changed", lambda s: s[:-1] + ("A" if s[-1] != "A" else "Q"), ("RS256", "PS256", "ES256"))
damaged("first-character-lost", lambda s: s[1:], ("RS256", "ES256"))


def encoded(name, change, algs):
    def apply(case):
        case.changes.append(change)
    FAULTS[f"signature-{name}"] = (["signature-damaged"], algs, apply)


encoded("as-hex-text", lambda s: s.hex().encode(), ("HS256", "RS256"))
encoded("base64-twice", lambda s: b64(s), ("HS256", "ES256"))
encoded("reversed", lambda s: s[::-1], ("RS256", "PS256"))
encoded("zeros-added", lambda s: b"\0" + s[:len(s) // 2] + b"\0" + s[len(s) // 2:], ("ES256", "ES384"))


def respelled(name, inputs, algs):
    def apply(case):
        case.claims["n"] = 1 if len(compact(case.claims)) % 3 else 12
        case.inputs = inputs
    FAULTS[f"respelled-{name}"] = (["reserialized-json"], algs, apply)


def joined(header, payload):
    return f"{b64u(header.encode())}.{b64u(payload.encode())}".encode()


def backwards(value):
    return compact(dict(reversed(list(value.items()))))


def padded(header, payload):
    data = b".".join(base64.urlsafe_b64encode(part.encode()) for part in (header, payload))
    assert b"=" in data
    return data


respelled("header-order", lambda h, p: joined(backwards(h), compact(p)), ("HS256", "RS256", "ES256", "PS256"))
respelled("payload-sorted", lambda h, p: joined(compact(h), json.dumps(p, sort_keys=True, separators=(",", ":"))), ("HS512", "RS256", "EdDSA"))
respelled("python", lambda h, p: joined(json.dumps(h), json.dumps(p)), ("HS256", "RS384", "ES384"))
respelled("python-payload", lambda h, p: joined(compact(h), json.dumps(p)), ("HS384", "RS256"))
respelled("php-slashes", lambda h, p: joined(compact(h), compact(p).replace("/", "\\/")), ("HS256", "RS256"))
respelled("pretty", lambda h, p: joined(compact(h), json.dumps(p, indent=2)), ("HS256", "ES256"))
respelled("padded", lambda h, p: padded(compact(h), compact(p)), ("HS256", "RS256"))
respelled("payload-not-encoded", lambda h, p: f"{b64u(compact(h).encode())}.{compact(p)}".encode(), ("HS256", "RS256"))


def other_hash(name, alg, key, hash_):
    def apply(case):
        case.__init__(alg)
        case.keys, case.key = pem(key), key
        if isinstance(key, rsa.RSAPrivateKey):
            case.sign = lambda data: key.sign(data, padding.PKCS1v15(), hash_())
        else:
            length = (key.curve.key_size + 7) // 8
            numbers = lambda data: utils.decode_dss_signature(key.sign(data, ec.ECDSA(hash_())))
            case.sign = lambda data: b"".join(n.to_bytes(length, "big") for n in numbers(data))
    FAULTS[f"signed-with-{name}"] = (["alg-header-wrong"], (alg,), apply)


other_hash("p-384-and-sha-256", "ES256", EC["ES384"][0], hashes.SHA256)
other_hash("p-521-and-sha-256", "ES256", EC["ES512"][0], hashes.SHA256)
other_hash("p-256-and-sha-512", "ES256", EC["ES256"][0], hashes.SHA512)
other_hash("p-384-and-sha-384", "ES256", EC["ES384"][0], hashes.SHA384)
other_hash("rsa-and-sha-1", "RS256", RSA[0], hashes.SHA1)


@fault("content-altered", algs=("RS256", "RS384", "RS512", "PS256", "PS384"))
def payload_edited(case):
    honest = compact(case.claims)
    case.claims = {**case.claims, "sub": "admin"}
    case.inputs = lambda header, payload: joined(compact(header), honest)


@fault("base64-padding", algs=("HS256", "RS256"))
def padding_added(case):
    case.after.append(lambda token: token + "=" * (-len(token.split(".")[2]) % 4) if len(token.split(".")[2]) % 4 else token.replace(".", "=."))


@fault("standard-base64", algs=("HS256", "ES256"))
def alphabet_changed(case):
    case.claims["name"] = "\u00ff\u00fe>>>???~~~"
    case.spelled = lambda value: json.dumps(value, separators=(",", ":"), ensure_ascii=False)

    def standard(token):
        assert any(c in token for c in "-_"), "has nothing to change"
        return token.replace("-", "+").replace("_", "/")
    case.after.append(standard)


@fault("standard-base64", algs=("HS256", "RS256"))
def alphabet_of_the_issuer(case):
    case.claims["name"] = "\u00ff\u00fe>>>???~~~"
    case.spelled = lambda value: json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    def data(header, payload):
        return b".".join(b64(case.spelled(part).encode()) for part in (header, payload))
    case.inputs = data
    case.after.append(lambda token: data(case.header, case.claims).decode() + "." + token.split(".")[2])


# ---------------------------------------------------------------- claims
def claim_fault(*causes, name=None, algs=("HS256", "RS256")):
    return fault(*causes, name=name, algs=algs)


CLAIM_FAULTS = []


def claims(cause, name, **changes):
    policy, now = changes.pop("policy", {}), changes.pop("now", None)
    drop, header = changes.pop("drop", []), changes.pop("header", {})
    def apply(case):
        case.claims = {key: value for key, value in {**case.claims, **changes}.items() if key not in drop}
        case.policy = {**case.policy, **policy}
        case.header = {**case.header, **header}
    FAULTS[name] = ([cause], ("HS256", "ES256"), apply)
    CLAIM_FAULTS.append(name)


claims("clock-skew", "expired-27-seconds-ago", exp=NOW - 27)
claims("clock-skew", "expired-five-minutes-ago", exp=NOW - 299)
claims("clock-skew", "valid-in-a-minute", nbf=NOW + 60)
claims("expired", "expired-yesterday", iat=NOW - 90_000, exp=NOW - 86_500)
claims("not-yet-valid", "valid-next-week", nbf=NOW + 604_000, exp=NOW + 700_000)
claims("local-time-as-utc", "issued-in-two-hours", iat=NOW + 7_190, nbf=NOW + 7_190, exp=NOW + 10_800)
claims("local-time-as-utc", "issued-in-india", iat=NOW + 19_790, nbf=NOW + 19_790, exp=NOW + 23_400)
claims("local-time-as-utc", "issued-five-hours-ago", iat=NOW - 18_010, nbf=NOW - 18_010, exp=NOW - 14_400)
claims("numeric-date-milliseconds", "times-in-milliseconds", iat=(NOW - 60) * 1000, nbf=(NOW - 60) * 1000, exp=(NOW + 60) * 1000)
claims("numeric-date-milliseconds", "nbf-in-microseconds", nbf=(NOW - 60) * 1_000_000)
claims("numeric-date-string", "exp-in-quotes", exp=str(NOW + 60))
claims("numeric-date-string", "nbf-is-iso", nbf="2025-06-15T15:00:00Z")
claims("numeric-date-relative", "exp-is-a-duration", exp=3600)
claims("numeric-date-relative", "exp-is-a-day", exp=86_400)
claims("aud-near-miss", "audience-with-slash", aud="https://api.example/", policy={"audience": "https://api.example"})
claims("aud-near-miss", "audience-in-capitals", aud=["other", "API"])
claims("iss-near-miss", "issuer-with-slash", iss="https://issuer.example/")
claims("iss-near-miss", "issuer-over-http", iss="http://issuer.example")
claims("aud-mismatch", "another-audience", aud="web")
claims("aud-mismatch", "other-audiences", aud=["web", "mobile"])
claims("iss-mismatch", "another-issuer", iss="https://login.example/tenant")
claims("iss-mismatch", "staging-issuer", iss="https://staging.example")
claims("aud-missing", "no-audience", drop=["aud"])
claims("aud-missing", "no-audience-of-two", drop=["aud"], policy={"audience": ["api", "web"]})
claims("iss-missing", "no-issuer", drop=["iss"])
claims("iss-missing", "no-issuer-of-two", drop=["iss"], policy={"issuer": ["https://a.example", "https://b.example"]})
claims("aud-malformed", "audiences-in-one-string", aud="web api")
claims("aud-malformed", "audiences-with-comma", aud="web,api")
claims("sub-mismatch", "another-subject", policy={"subject": "user-2"})
claims("sub-mismatch", "subject-in-capitals", sub="USER-1", policy={"subject": "user-1"})
claims("nonce-mismatch", "another-nonce", nonce="n-1", policy={"nonce": "n-2"})
claims("nonce-mismatch", "an-empty-nonce", nonce="", policy={"nonce": "n-2"})
claims("azp-mismatch", "another-client", azp="app-1", policy={"azp": "app-2"})
claims("azp-mismatch", "another-client-of-ours", azp="web", policy={"azp": "mobile"})
claims("typ-mismatch", "an-access-token-expected", policy={"typ": "at+jwt"})
claims("typ-mismatch", "a-logout-token", header={"typ": "logout+jwt"}, policy={"typ": "JWT"})
claims("claim-mismatch", "another-tenant", tid="t-1", policy={"claims": {"tid": "t-2"}})
claims("claim-mismatch", "e-mail-not-verified", email_verified=False, policy={"claims": {"email_verified": True}})
claims("missing-claim", "no-scope", policy={"required": ["scope"]})
claims("missing-claim", "no-subject", drop=["sub"], policy={"subject": "user-1"})
claims("max-age-exceeded", "older-than-an-hour", iat=NOW - 7_000, policy={"max_age": 3600})
claims("max-age-exceeded", "older-than-a-minute", iat=NOW - 1_000, policy={"max_age": 60})
claims("lifetime-too-long", "lives-a-day", exp=NOW + 86_400, policy={"max_lifetime": 600})
claims("lifetime-too-long", "lives-two-hours", exp=NOW + 7_140, policy={"max_lifetime": 3600})

ROWS = []


def row(id_, case, proved, about):
    policy = case.policy
    ROWS.append({"id": id_, "about": about, "text": case.token(), "keys": case.keys, "policy": policy, "now": case.now,
                 "expect": {"proved": proved}})


def single():
    for name, (causes, algs, apply) in FAULTS.items():
        for alg in algs:
            case = Case(alg)
            apply(case)
            row(f"one/{name}/{alg.lower()}", case, causes, name.replace("-", " "))


# Faults of the signature that go together with faults of the claims.
SIGNATURE = [("base64-not-decoded", "HS256"), ("newline-read-from-file", "HS256"), ("double-quotes", "HS384"), ("hex-not-decoded", "HS512"),
             ("decoded-too-early", "HS256"), ("laravel-prefix", "HS256"), ("k-is-text", "HS256"), ("percent-encoded", "HS512"),
             ("kid-names-another-key", "RS256"), ("kid-of-no-key", "ES384"), ("signed-as-rs512", "RS256"), ("signed-as-hs384", "HS256"),
             ("salt-of-no-length", "PS256"), ("der", "ES256"), ("signature-as-hex-text", "HS256"), ("respelled-python", "RS256"),
             ("respelled-header-order", "ES256"), ("algorithm-not-on-the-list", "RS256"), ("key-for-encryption", "ES256"),
             ("signature-cut", "HS256"), ("padding-added", "RS256"), ("utf-16", "HS256")]
# Pairs within the signature's stage.
PAIRS = [("base64-not-decoded", "double-quotes", "HS256"), ("base64-not-decoded", "newline-read-from-file", "HS256"), ("hex-not-decoded", "single-quotes", "HS512"),
         ("hex-not-decoded", "newline-read-from-file", "HS384"), ("base64-not-decoded", "signed-as-hs384", "HS256"), ("newline-read-from-file", "signed-as-hs384", "HS256"),
         ("kid-names-another-key", "der", "ES256"), ("kid-names-another-key", "signed-as-rs512", "RS256"), ("kid-of-no-key", "der", "ES384"),
         ("kid-names-another-key", "respelled-header-order", "RS256"), ("kid-names-another-key", "salt-of-no-length", "PS256"),
         ("base64-not-decoded", "algorithm-not-on-the-list", "HS256"), ("double-quotes", "algorithm-not-on-the-list", "HS512"),
         ("kid-names-another-key", "algorithm-not-on-the-list", "ES256"), ("base64-not-decoded", "padding-added", "HS256"),
         ("base64-not-decoded", "signature-as-hex-text", "HS256"), ("der", "algorithm-not-on-the-list", "ES512")]


def wrapped(case, name):
    """Puts a change of the given secret on top of another fault of the secret."""
    marks = {"double-quotes": ('"', '"'), "single-quotes": ("'", "'"), "newline-read-from-file": ("", "\n")}
    before, behind = marks[name]
    case.keys = before + case.keys + behind


def double():
    count = 0
    for index, (name, alg) in enumerate(SIGNATURE):
        for step in range(2):
            other = CLAIM_FAULTS[(index * 2 + step) % len(CLAIM_FAULTS)]
            case = Case(alg)
            FAULTS[other][2](case)
            FAULTS[name][2](case)
            row(f"two/{name}+{other}", case, FAULTS[name][0] + FAULTS[other][0], f"{name} and {other}")
            count += 1
    for one, two, alg in PAIRS:
        case = Case(alg)
        FAULTS[one][2](case)
        secrets = two in ("double-quotes", "single-quotes", "newline-read-from-file")
        wrapped(case, two) if secrets else FAULTS[two][2](case)
        row(f"two/{one}+{two}", case, FAULTS[one][0] + FAULTS[two][0], f"{one} and {two}")
        count += 1
    for index, (one, two) in enumerate([("expired-27-seconds-ago", "another-audience"), ("another-issuer", "another-audience"),
                                        ("valid-next-week", "no-scope"), ("exp-in-quotes", "issuer-with-slash"),
                                        ("times-in-milliseconds", "no-issuer"), ("expired-yesterday", "another-subject")]):
        case = Case(("HS256", "RS256", "ES256")[index % 3])
        FAULTS[one][2](case)
        FAULTS[two][2](case)
        row(f"two/{one}+{two}", case, FAULTS[one][0] + FAULTS[two][0], f"{one} and {two}")
        count += 1
    assert count >= 60


def traps():
    def trap(name, alg, change):
        case = Case(alg)
        change(case)
        row(f"trap/{name}/{alg.lower()}", case, [], "a key that is simply wrong: " + name.replace("-", " "))

    def other_key(case):
        if isinstance(case.other, bytes):
            case.keys = case.other.decode()
        else:
            case.keys = pem(case.other)

    for alg in ("HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "ES256K", "EdDSA"):
        trap("other-key", alg, other_key)
    for alg in ("HS256", "RS256", "PS256", "ES256", "EdDSA"):
        trap("other-key-in-a-set", alg, lambda case: (case.header.update(kid="one"), setattr(case, "keys", jwks(jwk(case.other, kid="one"), jwk(case.other, kid="two")))))
    for alg in ("HS256", "RS256", "ES256"):
        trap("other-key-and-expired", alg, lambda case: (other_key(case), case.claims.update(exp=NOW - 27)))
        trap("other-key-as-jwk", alg, lambda case: setattr(case, "keys", json.dumps(jwk(case.other))))
    trap("base64-of-another", "HS256", lambda case: setattr(case, "keys", b64(octets(case.key)).decode()))
    trap("hex-of-another", "HS512", lambda case: setattr(case, "keys", octets(case.key).hex()))
    trap("one-character-off", "HS256", lambda case: setattr(case, "keys", case.keys[:-1] + "!"))
    trap("quoted-other", "HS256", lambda case: setattr(case, "keys", '"' + case.other.decode() + '"'))
    trap("case-of-secret", "HS384", lambda case: setattr(case, "keys", case.keys.upper()))
    trap("random-signature", "HS256", lambda case: case.changes.append(lambda s: hashlib.sha256(s).digest()))
    trap("random-signature", "RS256", lambda case: case.changes.append(lambda s: (hashlib.sha512(s).digest() * 4)[:255].rjust(256, b"\0")))
    trap("random-signature", "ES256", lambda case: case.changes.append(lambda s: hashlib.sha512(s).digest()))
    trap("edited-content", "HS256", lambda case: setattr(case, "inputs", lambda h, p: joined(compact(h), compact({**p, "sub": "admin"}))))
    trap("edited-content", "ES256", lambda case: setattr(case, "inputs", lambda h, p: joined(compact(h), compact({**p, "sub": "admin"}))))
    trap("edited-content", "EdDSA", lambda case: setattr(case, "inputs", lambda h, p: joined(compact(h), compact({**p, "sub": "admin"}))))
    trap("short-signature", "HS256", lambda case: case.changes.append(lambda s: s[:10]))
    trap("public-key-for-secret", "HS256", lambda case: setattr(case, "keys", pem(RSA[2])))
    trap("cut-rsa-signature", "RS256", lambda case: case.changes.append(lambda s: s[:200]))



# ---------------------------------------------------------------- causes that are found, without a proof
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


def claimed(cause, *changes):
    """Claims, header or policy that show it."""
    cases = [right(("HS256", "RS256", "ES256")[n % 3], change) for n, change in enumerate(changes)]
    found(cause, *((case.token(), case.keys, case.policy) for case in cases))


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
    import gzip, zlib
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


single()
double()
traps()
everything_found()
with open(os.path.join(HERE, "own-cases.jsonl"), "w") as file:
    for entry in ROWS:
        file.write(json.dumps(entry) + "\n")
print(len(ROWS), "cases", sum(r["id"].startswith("two/") for r in ROWS), "pairs", sum(r["id"].startswith("trap/") for r in ROWS), "traps")
