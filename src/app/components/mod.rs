//! What the page is drawn of, one file a part. A part gets values and callbacks; only `page` knows the whole.
//!
//! A part that remembers nothing is a function: a component is compiled with a life of its own, some two kilobytes of
//! wasm. It is one all the same where it takes long to draw and what is around it is drawn more often, and where it
//! pushes another component aside: Yew may let the browser paint between a part and the components in it, and what comes
//! with its neighbour moves nothing.

mod anchor;
mod announcer;
mod attempt;
mod bar;
mod claims;
mod clock;
mod copy;
mod detached;
mod entries;
mod entry;
mod explanations;
mod findings;
mod fix;
mod glance;
mod growing;
mod handle;
mod icon;
mod keys;
mod language;
mod library;
mod making;
mod many;
mod marks;
mod messages;
mod opinion;
mod page;
mod parts;
mod policy;
mod portal;
mod proof;
mod published;
mod reading;
mod readings;
mod results;
mod shared;
mod shortcuts;
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
