//! Formats of registers: what an older one leaves to the program.

use crate::model::Mechanism;
use crate::store::FORMAT;
use crate::text::Text;
use crate::tr;

/// What an older format leaves to the program, said wherever a register of it is judged or filed into.
#[must_use]
pub(super) fn older_format(mechanism: &Mechanism) -> Option<Text> {
    let (format, office) = (mechanism.file.format, mechanism.short(mechanism.office()));
    (format < FORMAT).then(|| {
        tr!(
            "台账为第 {format} 版格式：各项义务以哪些记录为落实，按程序所附文本认定；请办公室运行 liandong upgrade --as {office}，看过后写入台账";
            "the register is of format {format}: which records show an obligation is taken from the text that the program ships; the office sees and writes that with liandong upgrade --as {office}"
        )
    })
}
