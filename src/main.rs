//! `liandong`.

fn main() {}
