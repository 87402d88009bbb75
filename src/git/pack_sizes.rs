//! How far the objects of a bundle unfold, measured before git is given the file: an object says how large it is before its bytes come, and
//! one that is told as a difference says in its first bytes how large its result is. Thirteen hundred bytes can stand for gigabytes.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek as _, SeekFrom};

use flate2::bufread::ZlibDecoder;

use super::refused::Refused;

/// Bytes of one object; of an honest register's the largest are attachments, and no push brings more than that.
const OBJECT_BYTES: u64 = 64 * 1024 * 1024;
/// Bytes of all objects in any case, and for each byte of the file: packing alone, without differences, reaches a thousand.
const ALL_BYTES: u64 = 512 * 1024 * 1024;
const TIMES: u64 = 1000;

/// The kinds of objects that are told as a difference, by a distance and by a name.
const BY_DISTANCE: u8 = 6;
const BY_NAME: u8 = 7;

/// That the objects from a place in a file on unfold into no more than a register does. Of what is damaged git says so: it reads no further
/// either.
pub(super) fn look(mut file: File, from: u64) -> Result<(), Refused> {
    let Ok(length) = file.metadata().map(|found| found.len()) else { return Ok(()) };
    if file.seek(SeekFrom::Start(from)).is_err() {
        return Ok(());
    }
    let most = ALL_BYTES.saturating_add(length.saturating_mul(TIMES));
    if unfolds_within(&mut BufReader::new(file), most).unwrap_or(true) { Ok(()) } else { Err(Refused::Swells) }
}

fn unfolds_within(pack: &mut impl BufRead, most: u64) -> io::Result<bool> {
    let mut head = [0; 12];
    pack.read_exact(&mut head)?;
    let count = u32::from_be_bytes([head[8], head[9], head[10], head[11]]);
    let mut all = 0_u64;
    for _ in 0..count {
        let first = byte(pack)?;
        let kind = (first >> 4) & 7;
        let mut size = u64::from(first & 15);
        if first & 0x80 != 0 {
            size = size.saturating_add(number(pack)?.saturating_mul(16));
        }
        match kind {
            BY_DISTANCE => while byte(pack)? & 0x80 != 0 {},
            BY_NAME => pack.read_exact(&mut [0; 20])?,
            _ => {}
        }
        all = all.saturating_add(size);
        if size > OBJECT_BYTES || all > most {
            return Ok(false);
        }
        let mut object = ZlibDecoder::new(&mut *pack);
        if kind == BY_DISTANCE || kind == BY_NAME {
            number(&mut object)?;
            let result = number(&mut object)?;
            all = all.saturating_add(result);
            if result > OBJECT_BYTES || all > most {
                return Ok(false);
            }
        }
        // One that is more than it says is damaged, and git reads no further.
        let rest = io::copy(&mut object.take(size + 1), &mut io::sink())?;
        if rest > size {
            return Ok(true);
        }
    }
    Ok(true)
}

/// A number in sevens of bits, the least first.
fn number(from: &mut impl Read) -> io::Result<u64> {
    let mut number = 0_u64;
    for shift in (0..63).step_by(7) {
        let next = byte(from)?;
        number |= u64::from(next & 0x7F) << shift;
        if next & 0x80 == 0 {
            return Ok(number);
        }
    }
    Ok(u64::MAX)
}

fn byte(from: &mut impl Read) -> io::Result<u8> {
    let mut byte = [0];
    from.read_exact(&mut byte)?;
    Ok(byte[0])
}
