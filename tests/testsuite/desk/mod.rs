//! The desk: the real program, asked over a real socket and by a real browser.

mod browser;
mod caller;
mod chromium;
mod door;
mod pages;
