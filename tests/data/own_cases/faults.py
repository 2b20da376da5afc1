"""Faults of text, key, algorithm and signature: name -> (causes, algorithms, function)."""

from making import *

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


def damaged(name, change, algs, cause="signature-damaged"):
    def apply(case):
        case.after.append(lambda token: ".".join(token.split(".")[:2] + [change(token.split(".")[2])]))
    FAULTS[f"signature-{name}"] = ([cause], algs, apply)


def replaced(text, at):
    return text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1:]


damaged("cut", lambda s: s[:-12], HS, "truncated-token")
damaged("cut-to-odd-length", lambda s: s[:-2], ("HS256",), "truncated-token")
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
            numbers = lambda data: utils.decode_dss_signature(key.sign(data, ec.ECDSA(hash_(), deterministic_signing=True)))
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
