//! Cases to begin with, made for the purpose: nobody's token, nobody's key.

use jwt_why::text::{Text, page as label};

use super::{
    form::{Field, PolicyForm},
    state::{Clock, Inputs},
};

/// A case that runs with one click.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// The stable name.
    pub id: &'static str,
    /// What it shows.
    pub title: Text,
    text: &'static str,
    keys: &'static str,
    policy: &'static [(Field, &'static str)],
    /// The time of the failure, in seconds since 1970-01-01T00:00:00Z.
    now: i64,
}

impl Sample {
    /// What it puts into the page.
    pub fn inputs(&self) -> Inputs {
        let policy =
            self.policy.iter().fold(PolicyForm::default(), |form, (field, text)| form.with(*field, text));
        let clock = Clock::Typed(jwt_why::text::iso(self.now));
        Inputs { text: self.text.into(), keys: self.keys.into(), policy, clock, ..Inputs::default() }
    }
}

/// When all samples but the log fail: 2025-12-31T16:53:20Z.
const FAILURE: i64 = 1_767_200_000;

/// All samples, in the order in which they are offered.
pub const SAMPLES: [Sample; 5] = [
    Sample {
        id: "restarted-service",
        title: label::SAMPLE_LOG,
        text: include_str!("restarted-service.log"),
        keys: "",
        policy: &[],
        // The log's own time; the token is 27 s old.
        now: 1_767_085_358,
    },
    Sample {
        id: "base64-secret",
        title: label::SAMPLE_BASE64,
        text: include_str!("base64-secret.txt"),
        keys: include_str!("base64-secret.key"),
        policy: &[
            (Field::Algorithms, "HS256"),
            (Field::Issuer, "https://login.example.com/"),
            (Field::Audience, "https://api.example.com"),
        ],
        now: FAILURE,
    },
    Sample {
        id: "rotated-set",
        title: label::SAMPLE_ROTATED,
        text: include_str!("rotated-set.txt"),
        keys: include_str!("rotated-set.key"),
        policy: &[(Field::Algorithms, "ES256"), (Field::Audience, "inventory")],
        now: FAILURE,
    },
    Sample {
        id: "clock-skew",
        title: label::SAMPLE_SKEW,
        text: include_str!("clock-skew.txt"),
        keys: include_str!("clock-skew.key"),
        policy: &[(Field::Algorithms, "HS512"), (Field::Audience, "https://api.example.com")],
        now: FAILURE,
    },
    Sample {
        id: "algorithm-confusion",
        title: label::SAMPLE_CONFUSION,
        text: include_str!("algorithm-confusion.txt"),
        keys: include_str!("algorithm-confusion.key"),
        policy: &[(Field::Algorithms, "RS256")],
        now: FAILURE,
    },
];

#[cfg(test)]
mod tests {
    use jwt_why::{
        cause::ExperimentId,
        diagnosis::{
            Diagnosis, Input,
            report::{Report, SignatureState, Verdict},
        },
    };

    use super::*;

    fn report(id: &str) -> Report {
        let inputs = SAMPLES.iter().find(|sample| sample.id == id).unwrap().inputs();
        let Clock::Typed(time) = inputs.clock else { panic!("a sample has its time") };
        let input = Input {
            text: inputs.text.to_string(),
            keys: vec![inputs.keys.to_string()],
            policy: inputs.policy.policy(),
            now: jwt_why::time::typed(&time, 0).unwrap().instant,
            ..Input::default()
        };
        Diagnosis::start(input, None).finish()
    }

    /// The sample is rejected, and its first proof is this set of changes.
    #[track_caller]
    fn check(id: &str, expected: &[ExperimentId]) {
        let report = report(id);
        let [token] = report.tokens.as_slice() else { panic!("{id} has one token") };
        assert_eq!(token.verdict, Verdict::Rejected, "{id}");
        let proof = token.proved.first().unwrap_or_else(|| panic!("{id} has a proof"));
        let changes: Vec<ExperimentId> = proof.changes.iter().map(|change| change.experiment).collect();
        assert_eq!(changes, expected, "{id}");
    }

    #[test]
    fn each_sample_proves_what_it_shows() {
        check("base64-secret", &[ExperimentId::SecretBase64Decoded]);
        check("rotated-set", &[ExperimentId::JwksOtherKeyVerifies]);
        check("clock-skew", &[ExperimentId::ClockSkew]);
        check("algorithm-confusion", &[ExperimentId::AlgorithmConfusion, ExperimentId::AlgAllowed]);
    }

    #[test]
    fn the_log_has_one_token_seen_twice_and_its_own_time() {
        let report = report("restarted-service");
        let [token] = report.tokens.as_slice() else { panic!("the log has one token") };
        assert_eq!((token.verdict, token.signature), (Verdict::Undecided, SignatureState::NotChecked));
        assert_eq!(token.sightings.len(), 2);
        let issued =
            token.payload.as_ref().unwrap().members.iter().find_map(|member| member.instant).unwrap();
        assert!(report.log_times.iter().any(|time| time.instant - issued == 27), "{:?}", report.log_times);
    }
}
