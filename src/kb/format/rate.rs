//! Percentages, each with its origin.

use serde::{Deserialize, Serialize};

/// Where a percentage comes from. There are no other rates: what nobody counted has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RateFields", into = "RateFields")]
pub enum Rate {
    /// A source printed it.
    Published {
        /// Per cent.
        percent: u8,
        /// The name or the address of what printed it.
        source: String,
    },
    /// `n` of `m` reports that were read.
    Counted {
        /// How many of them.
        n: u32,
        /// All of them.
        m: u32,
        /// The addresses of the reports.
        links: Vec<String>,
    },
    /// `n` of `m` prepared faults with the same symptom, computed by the tests.
    Measured {
        /// How many of them.
        n: u32,
        /// All of them.
        m: u32,
    },
}

/// A rate as it is written; [`Rate`] says which members belong together.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RateFields {
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counted: Option<[u32; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    links: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    measured: Option<[u32; 2]>,
}

impl TryFrom<RateFields> for Rate {
    type Error = &'static str;

    fn try_from(fields: RateFields) -> Result<Self, Self::Error> {
        let RateFields { published, source, counted, links, measured } = fields;
        match (published, source, counted, links, measured) {
            (Some(percent @ 0..=100), Some(source), None, None, None) => {
                Ok(Self::Published { percent, source })
            }
            (None, None, Some([n, m]), Some(links), None) if n <= m && !links.is_empty() => {
                Ok(Self::Counted { n, m, links })
            }
            (None, None, None, None, Some([n, m])) if n <= m => Ok(Self::Measured { n, m }),
            _ => Err(
                "a rate is { published = 80, source = \"…\" }, { counted = [n, m], links = […] } or { measured = [n, m] }",
            ),
        }
    }
}

impl From<Rate> for RateFields {
    fn from(rate: Rate) -> Self {
        match rate {
            Rate::Published { percent, source } => {
                Self { published: Some(percent), source: Some(source), ..Self::default() }
            }
            Rate::Counted { n, m, links } => {
                Self { counted: Some([n, m]), links: Some(links), ..Self::default() }
            }
            Rate::Measured { n, m } => Self { measured: Some([n, m]), ..Self::default() },
        }
    }
}
