//! Everything that decides the verdict on one signature of one token: token, keys, policy, clock.
//!
//! A case is cheap to copy: what it holds is shared. Experiments change it by [`Edit`]s, which are values, so that
//! a set of changes can be put together and taken apart.

use std::rc::Rc;

use crate::{
    finding::Span,
    jose::{
        Header, Jws,
        json::{Document, Node},
        numeric_date::NumericDate,
    },
    keys::{Key, KeyRing},
    policy::Policy,
    verify::{self, Algorithm},
};

/// How the key is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyChoice {
    /// As the header asks: by "kid".
    ByHeader,
    /// The key at this position of the ring, whatever the header asks.
    Only(usize),
}

/// A case to be judged.
#[derive(Clone)]
pub struct Case {
    /// The token as it was read.
    pub jws: Rc<Jws>,
    /// Which of its signatures is judged.
    pub signature_index: usize,
    /// The JWS Signing Input (RFC 7515 section 5.1).
    pub signing_input: Rc<[u8]>,
    /// What was signed in place of an empty payload segment (RFC 7515 appendix F), if it was given.
    pub detached: Option<Rc<[u8]>>,
    /// The JWS Signature.
    pub signature: Rc<[u8]>,
    /// The algorithm that is used; the header's, unless an experiment says otherwise.
    pub algorithm: Option<&'static Algorithm>,
    /// The claims, when the payload is a JSON object.
    pub claims: Option<Rc<Document>>,
    /// The keys at hand.
    pub keys: Rc<KeyRing>,
    /// How the key is chosen among them.
    pub choice: KeyChoice,
    /// What the verifier expects.
    pub policy: Rc<Policy>,
    /// The time of the verdict, in seconds since 1970-01-01T00:00:00Z.
    pub now: i64,
    /// Stages that an attack leaves out. A trial calls such a case passed, never accepted, whatever its verdict.
    pub skipped: Skipped,
}

/// Which stages an attack leaves out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Skipped {
    /// The signature is not looked at.
    pub signature: bool,
    /// The claims are not looked at.
    pub claims: bool,
}

/// A member of a JWK that limits what its key is used for (RFC 7517 section 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyLimit {
    /// "use".
    Use,
    /// "key_ops".
    KeyOps,
    /// "alg".
    Alg,
}

/// One change to a case; what it leaves alone stays as the changes before left it.
#[derive(Clone)]
pub enum Edit {
    /// The key at this position becomes another one.
    Key(usize, Box<Key>),
    /// One more key, and only this one is used.
    OwnKey(Box<Key>),
    /// The key is chosen in another way.
    Choice(KeyChoice),
    /// Another algorithm is used.
    Algorithm(&'static Algorithm),
    /// The signature has other octets.
    Signature(Rc<[u8]>),
    /// The signature was made over other octets.
    SigningInput(Rc<[u8]>),
    /// The token is read again from another spelling.
    Token(Rc<Jws>),
    /// Claims have other values: their names, and the JSON texts of the values.
    Claims(Vec<(&'static str, String)>),
    /// The verifier expects something else.
    Policy(Rc<dyn Fn(&mut Policy)>),
    /// The key at this position may be used as if its JWK had no such member.
    Unlimited(usize, KeyLimit),
    /// The clock shows another time.
    Now(i64),
    /// A stage is left out.
    Skip(Skipped),
}

impl Case {
    /// The case of a token's signature at `signature_index`.
    ///
    /// `detached` is what a token with an empty payload segment was signed over (RFC 7515 appendix F).
    pub fn new(
        jws: Rc<Jws>,
        signature_index: usize,
        keys: Rc<KeyRing>,
        policy: Rc<Policy>,
        now: i64,
        detached: Option<&[u8]>,
    ) -> Self {
        let signing_input = jws.signing_input(signature_index, detached).into();
        let signed = jws.signatures.get(signature_index);
        let signature =
            signed.map_or_else(|| Rc::from([]), |signed| signed.signature.bytes.as_slice().into());
        let algorithm = signed.and_then(|signed| signed.header.alg()).and_then(verify::by_name_in_any_case);
        let claims = jws.claims.clone().map(Rc::new);
        let (choice, skipped) = (KeyChoice::ByHeader, Skipped::default());
        Self {
            jws,
            signature_index,
            signing_input,
            detached: detached.map(Rc::from),
            signature,
            algorithm,
            claims,
            keys,
            choice,
            policy,
            now,
            skipped,
        }
    }

    /// The case with these changes, made in this order.
    #[must_use]
    pub fn edited<'a>(&self, edits: impl IntoIterator<Item = &'a Edit>) -> Self {
        let mut case = self.clone();
        for edit in edits {
            case.edit(edit);
        }
        case
    }

    fn edit(&mut self, edit: &Edit) {
        match edit {
            Edit::Key(position, key) => {
                if let Some(slot) = Rc::make_mut(&mut self.keys).keys.get_mut(*position) {
                    *slot = (**key).clone();
                }
            }
            Edit::OwnKey(key) => {
                self.choice = KeyChoice::Only(self.keys.keys.len());
                Rc::make_mut(&mut self.keys).keys.push((**key).clone());
            }
            Edit::Choice(choice) => self.choice = *choice,
            Edit::Algorithm(algorithm) => self.algorithm = Some(algorithm),
            Edit::Signature(signature) => self.signature = Rc::clone(signature),
            Edit::SigningInput(input) => self.signing_input = Rc::clone(input),
            Edit::Token(jws) => {
                let read = Self::new(
                    Rc::clone(jws),
                    self.signature_index,
                    Rc::clone(&self.keys),
                    Rc::clone(&self.policy),
                    self.now,
                    self.detached.as_deref(),
                );
                let by_header = self.alg().and_then(verify::by_name_in_any_case);
                let algorithm = if self.algorithm == by_header { read.algorithm } else { self.algorithm };
                *self = Self { algorithm, choice: self.choice, skipped: self.skipped, ..read };
            }
            Edit::Claims(values) => {
                let edited = self.claims.as_ref().and_then(|claims| claims.with_members(values));
                self.claims = edited.map(Rc::new).or_else(|| self.claims.take());
            }
            Edit::Policy(change) => change(Rc::make_mut(&mut self.policy)),
            Edit::Unlimited(position, limit) => {
                if let Some(key) = Rc::make_mut(&mut self.keys).keys.get_mut(*position) {
                    match limit {
                        KeyLimit::Use => key.usage = None,
                        KeyLimit::KeyOps => key.key_ops = None,
                        KeyLimit::Alg => key.alg = None,
                    }
                }
            }
            Edit::Now(now) => self.now = *now,
            Edit::Skip(skipped) => self.skipped = *skipped,
        }
    }

    /// The header of the signature that is judged.
    pub fn header(&self) -> Option<&Header> {
        self.jws.signatures.get(self.signature_index).map(|signed| &signed.header)
    }

    /// The "alg" as the header spells it.
    pub fn alg(&self) -> Option<&str> {
        self.header().and_then(Header::alg)
    }

    /// The "kid" as the header spells it.
    pub fn kid(&self) -> Option<&str> {
        self.header().and_then(Header::kid)
    }

    /// A claim's value; of several with the name the last one.
    pub fn claim(&self, name: &str) -> Option<&Node> {
        self.claims.as_ref()?.root.get(name)
    }

    /// Where a claim's name and value stand in the token's text, however the claims are read.
    pub fn claim_span(&self, name: &str) -> Option<Span> {
        let member = self.jws.claims.as_ref()?.root.member(name)?;
        Some(self.jws.payload.span_in_segment(Span::new(member.name_span.start, member.node.span.end)))
    }

    /// A time claim that is a number (RFC 7519 section 2, NumericDate).
    pub fn date(&self, claim: &str) -> Option<NumericDate> {
        NumericDate::from_node(self.claim(claim)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jose::{self, Token};

    #[test]
    fn what_was_signed_in_place_of_the_payload_stays_when_the_token_is_respelled() {
        let token = |text: &str| match jose::parse(text) {
            Token::Jws(jws) => Rc::from(jws),
            _ => panic!("{text} is a JWS"),
        };
        let read = token("eyJhbGciOiJIUzI1NiJ9..AAAA");
        let case = Case::new(read, 0, Rc::default(), Rc::default(), 0, Some(b"{}"));
        let edited = case.edited([&Edit::Token(token("eyJhbGciOiJIUzI1NiJ9..AAAB"))]);
        assert_ne!(edited.signature, case.signature);
        assert_eq!(edited.signing_input, case.signing_input);
    }
}
