//! What the page is drawn of, one file a part. A part gets values and callbacks; only `page` knows the whole.

mod announcer;
mod attempt;
mod bar;
mod claims;
mod clock;
mod copy;
mod entries;
mod entry;
mod explanations;
mod findings;
mod icon;
mod keys;
mod language;
mod library;
mod making;
mod marks;
mod messages;
mod opinion;
mod page;
mod parts;
mod policy;
mod proof;
mod published;
mod reading;
mod readings;
mod results;
mod status;
mod steps;
mod ticket;
mod timeline;
mod token;
mod tokens;
mod verdict;
mod visible;
mod welcome;

pub use page::draw;
