//! What people type and see: every block of the tours in `examples/` and of `tests/transcripts/` is run and compared.
//! `TRYCMD=overwrite cargo test transcripts` writes what is seen anew: read the difference before it is committed.

#[test]
fn what_people_type_and_see() {
    trycmd::TestCases::new()
        // The language of whoever runs the tests is not that of the reader.
        .env("LIANDONG_LANG", "zh")
        .case("examples/walk-through.md")
        .case("examples/walk-through.zh-CN.md")
        .case("tests/transcripts/*.trycmd");
}
