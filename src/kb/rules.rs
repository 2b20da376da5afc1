//! The things that a line on JOSE objects names, what is said of them, and what that means; and what is of another kind.

use crate::cause::Cause::{
    self, AlgKeyMismatch, AlgMissing, AlgNone, AlgNotAllowed, AlgUnknown, AtHashMismatch, AudMismatch,
    AudMissing, AudNearMiss, AzpMismatch, Base64Padding, ClaimMismatch, ClockSkew, CritMalformed,
    CritNotUnderstood, CurveMismatch, DpopMismatch, Expired, HeaderLost, HeaderNotJson, IllegalCharacter,
    IssMismatch, IssMissing, IssNearMiss, IssuedInFuture, JweDecryptFailed, JweNotJws, JwkCurveWrong,
    JwkKtyMissing, JwkKtyUnknown, JwksEmpty, JwksFetchFailed, JwksKeyUnusable, JwksKidNotFound, JwksNotASet,
    JwksNotJson, KeyNotRecognised, KidMissing, LifetimeTooLong, MaxAgeExceeded, MissingAuthScheme,
    MissingClaim, MissingSignature, NeverExpires, NoKey, NonceMismatch, NotYetValid, NumericDateNotANumber,
    NumericDateString, OpaqueToken, PayloadNotJson, PemLabelWrong, PemNewlinesLost, PlaceholderToken,
    RsaKeyTooSmall, SecretEmpty, SecretTooShort, SegmentCount, SignatureMismatch, StandardBase64,
    SubMismatch, TokenRevoked, TypMismatch, WrongAuthScheme, WrongKey, WrongTokenKind,
};

/// What shows that a line speaks of a JOSE object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The word itself.
    Word,
    /// The word, and every word that begins with it.
    Beginning,
}

/// Words of which a line has one when it speaks of JOSE objects.
pub(super) const SUBJECTS: [(&str, Subject); 22] = [
    ("jwt", Subject::Beginning),
    ("jws", Subject::Beginning),
    ("jwe", Subject::Beginning),
    ("jwk", Subject::Beginning),
    ("jose", Subject::Word),
    ("kid", Subject::Word),
    ("jti", Subject::Word),
    ("nbf", Subject::Word),
    ("azp", Subject::Word),
    ("id_token", Subject::Word),
    ("id token", Subject::Word),
    ("client_assertion", Subject::Word),
    ("access token", Subject::Word),
    ("bearer token", Subject::Word),
    ("bearer error", Subject::Word),
    ("bearer realm", Subject::Word),
    ("auth header", Subject::Word),
    ("signing key", Subject::Beginning),
    ("signing algorithm", Subject::Word),
    ("iat", Subject::Word),
    ("json web token", Subject::Beginning),
    ("json web key", Subject::Beginning),
];

/// A thing, what has to be said of it beside (one word of each list), and what that means.
pub(super) type Rule = (&'static [&'static str], &'static [&'static [&'static str]], &'static [Cause]);

const WRONG: &[&str] = &[
    "invalid",
    "mismatch",
    "mismatched",
    "not match",
    "n't match",
    "wrong",
    "unexpected",
    "not allowed",
    "not trusted",
    "untrusted",
    "not accepted",
    "not permitted",
    "unknown",
    "unsupported",
    "not supported",
    "rejected",
    "reject",
    "fail",
    "failed",
    "failure",
    "fails",
    "not valid",
    "incorrect",
    "bad",
    "illegal",
    "not equal",
    "not intended",
    "not contain",
    "n't contain",
    "not found",
    "not in",
    "not one of",
    "not satisfied",
    "not verified",
    "could not",
    "couldn't",
    "cannot",
    "can't",
    "unable",
    "expected",
    "must match",
    "integrity",
    "violated",
];
const MISSING: &[&str] = &[
    "missing",
    "no",
    "without",
    "absent",
    "required",
    "empty",
    "lacks",
    "not present",
    "not set",
    "not provided",
    "not specified",
    "must contain",
    "must have",
    "must be set",
    "null",
    "nil",
    "undefined",
    "not contain",
    "not found",
];
const UNREADABLE: &[&str] = &[
    "parse",
    "parsing",
    "decode",
    "decoding",
    "malformed",
    "deserialize",
    "unmarshal",
    "json",
    "syntax",
    "illegal",
    "unreadable",
    "not well",
    "format",
];
const UNREACHABLE: &[&str] = &[
    "fetch",
    "fetching",
    "retrieve",
    "retrieving",
    "download",
    "downloading",
    "refresh",
    "refreshing",
    "load",
    "loading",
    "get",
    "update",
    "status",
    "timeout",
    "timed out",
    "unreachable",
    "request",
    "connect",
    "connection",
];
const MISTYPED: &[&str] = &["number", "integer", "numeric", "float", "float64", "timestamp", "numericdate"];
const SMALL: &[&str] = &["short", "small", "weak", "size", "length", "at least"];

const SETS: &[&str] =
    &["jwks", "jwk set", "key set", "keyset", "signing keys", "public keys", "jwks_uri", "jwk cache"];
const SEARCHES: &[&str] = &[
    "no key",
    "no jwk",
    "no public key",
    "no signing key",
    "no matching",
    "no suitable",
    "key not found",
    "jwk not found",
    "not find",
    "unknown key",
    "unknown kid",
    "no authority",
    "get a key",
    "find a key",
    "no public jwk",
];
const KIDS: &[&str] = &["kid", "key id", "keyid", "key_id", "key identifier"];
const EXPIRY: &[&str] = &["exp", "expiration", "expiry"];
const AUDIENCES: &[&str] = &["aud", "audience", "audiences"];
const ISSUERS: &[&str] = &["iss", "issuer", "issuers", "authority"];
const SUBS: &[&str] = &["sub", "subject"];
const ALGORITHMS: &[&str] = &["alg", "algorithm", "algorithms", "signing method", "signature type"];
const KEYS: &[&str] = &["pem", "public key", "private key", "certificate", "key file"];
const HEADERS: &[&str] = &["authorization header", "auth header", "authorization", "bearer", "bearer token"];
const TOKENS: &[&str] = &["jwt", "token", "jws", "json web token"];

/// The first rule that fits a line is taken, so the narrow things stand before the wide ones.
pub(super) const RULES: &[Rule] = &[
    (&["revoked", "blacklisted", "blocklisted", "denylisted"], &[], &[TokenRevoked]),
    (&["dpop"], &[WRONG], &[DpopMismatch]),
    (&["nonce"], &[WRONG], &[NonceMismatch]),
    (&["nonce"], &[MISSING], &[NonceMismatch, MissingClaim]),
    (&["azp", "authorized party"], &[WRONG], &[AzpMismatch]),
    (&["at_hash", "c_hash", "token hash"], &[WRONG], &[AtHashMismatch]),
    (&["crit", "critical"], &[WRONG], &[CritNotUnderstood, CritMalformed]),
    (SETS, &[UNREACHABLE, WRONG], &[JwksFetchFailed]),
    (SEARCHES, &[], &[JwksKidNotFound, KidMissing]),
    (
        KIDS,
        &[&["not found", "unknown", "not match", "n't match", "invalid", "unexpected", "no such"]],
        &[JwksKidNotFound, KidMissing],
    ),
    (KIDS, &[MISSING], &[KidMissing, JwksKidNotFound]),
    (SETS, &[&["not found", "no match", "no key"]], &[JwksKidNotFound, JwksEmpty]),
    (
        SETS,
        &[&["empty", "no keys", "no valid keys", "no usable keys", "not contain any"]],
        &[JwksEmpty, JwksKeyUnusable],
    ),
    (SETS, &[WRONG], &[JwksNotASet, JwksNotJson]),
    (SETS, &[MISSING], &[JwksNotASet, JwksEmpty]),
    (KEYS, &[SMALL], &[RsaKeyTooSmall, SecretTooShort]),
    (KEYS, &[WRONG], &[KeyNotRecognised, PemNewlinesLost, PemLabelWrong]),
    (&["secret", "key"], &[SMALL], &[SecretTooShort, RsaKeyTooSmall]),
    (&["secret"], &[MISSING], &[NoKey, SecretEmpty]),
    (&["curve", "crv"], &[WRONG], &[JwkCurveWrong, CurveMismatch]),
    (&["kty", "key type"], &[WRONG], &[AlgKeyMismatch, JwkKtyUnknown]),
    (&["kty"], &[MISSING], &[JwkKtyMissing]),
    (&["exp", "nbf", "iat", "expiration"], &[MISTYPED], &[NumericDateString, NumericDateNotANumber]),
    (&["lifetime"], &[&["exceeds", "exceeded", "too long", "maximum"]], &[LifetimeTooLong, Expired]),
    (&["expired"], &[], &[Expired]),
    (&["not yet valid", "not valid yet", "too early", "not_yet_valid", "premature"], &[], &[NotYetValid]),
    (&["nbf", "not before", "not-before"], &[WRONG], &[NotYetValid]),
    (&["in the future"], &[], &[IssuedInFuture, ClockSkew]),
    (&["iat", "issued at"], &[WRONG], &[IssuedInFuture, ClockSkew]),
    (&["too old", "max age", "maximum age", "max_age"], &[], &[MaxAgeExceeded, Expired]),
    (EXPIRY, &[MISSING], &[NeverExpires, MissingClaim]),
    (EXPIRY, &[WRONG], &[Expired]),
    (AUDIENCES, &[WRONG], &[AudMismatch, AudMissing, AudNearMiss]),
    (AUDIENCES, &[MISSING], &[AudMissing, AudMismatch]),
    (ISSUERS, &[WRONG], &[IssMismatch, IssNearMiss, IssMissing]),
    (ISSUERS, &[MISSING], &[IssMissing, MissingClaim]),
    (SUBS, &[MISSING], &[MissingClaim]),
    (SUBS, &[WRONG], &[SubMismatch]),
    (&["none"], &[&["alg", "algorithm", "unsecured"], WRONG], &[AlgNone, AlgNotAllowed]),
    (ALGORITHMS, &[WRONG], &[AlgNotAllowed, AlgKeyMismatch, AlgUnknown]),
    (ALGORITHMS, &[MISSING], &[AlgMissing, AlgNotAllowed]),
    (&["typ", "token type", "header type", "token_use"], &[WRONG], &[TypMismatch, WrongTokenKind]),
    (&["unsigned", "not signed", "no signature", "missing signature"], &[], &[MissingSignature, AlgNone]),
    (&["signature", "mac", "hmac", "integrity"], &[WRONG], &[SignatureMismatch, WrongKey]),
    (&["decrypt", "decryption", "jwe"], &[WRONG], &[JweDecryptFailed, JweNotJws]),
    (&["segments", "segment", "parts", "dots"], &[], &[SegmentCount, OpaqueToken, MissingSignature]),
    (&["base64", "base64url"], &[WRONG], &[IllegalCharacter, StandardBase64, Base64Padding]),
    (HEADERS, &[MISSING], &[HeaderLost, PlaceholderToken]),
    (HEADERS, &[WRONG], &[MissingAuthScheme, WrongAuthScheme]),
    (&["header"], &[UNREADABLE], &[HeaderNotJson, IllegalCharacter]),
    (&["payload", "claims"], &[UNREADABLE], &[PayloadNotJson, IllegalCharacter]),
    (&["claim", "claims"], &[MISSING], &[MissingClaim]),
    (&["claim", "claims"], &[WRONG], &[ClaimMismatch]),
    (TOKENS, &[UNREADABLE], &[SegmentCount, OpaqueToken, IllegalCharacter]),
    (
        TOKENS,
        &[&["missing", "no", "empty", "not provided", "not found", "required"]],
        &[HeaderLost, PlaceholderToken],
    ),
    (TOKENS, &[WRONG], &[SignatureMismatch, SegmentCount, Expired]),
];

/// What a text that no pattern knows can mean, each first cause once.
pub(super) fn first_causes() -> impl Iterator<Item = Cause> {
    RULES.iter().filter_map(|(_, _, causes)| causes.first().copied())
}

/// What the word before a token, a signature or a key makes of it: something that is no JWT's.
const OTHER_KINDS: [&[u8]; 20] = [
    b"antiforgery",
    b"authenticity",
    b"cache",
    b"cancellation",
    b"code",
    b"commit",
    b"csrf",
    b"device",
    b"foreign",
    b"insurance",
    b"invitation",
    b"package",
    b"page",
    b"primary",
    b"push",
    b"registration",
    b"reset",
    b"verification",
    b"webhook",
    b"xsrf",
];

/// Whether the words at this place speak of another kind of token, signature or key: `CSRF token is missing`.
pub(super) fn of_another_kind(text: &[u8], start: usize) -> bool {
    let (before, after) = text.split_at_checked(start).unwrap_or((text, &[]));
    let things: [&[u8]; 4] = [b"token", b"signature", b"key", b"claim"];
    if !things.iter().any(|thing| after.starts_with(thing)) {
        return false;
    }
    let before = before.strip_suffix(b" ").unwrap_or_default();
    let word = before.rsplit(|byte| !byte.is_ascii_alphanumeric()).next().unwrap_or_default();
    OTHER_KINDS.contains(&word)
}
