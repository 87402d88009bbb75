//! The key that lies on paper. It is made once, shown once and kept nowhere: a person writes it down, and types it when every key of the
//! office is lost or in wrong hands.

use ssh_key::PrivateKey;
use ssh_key::private::{Ed25519Keypair, KeypairData};
use ssh_key::rand_core::{OsRng, RngCore as _};

use super::key::{self, PublicKey};
use super::sign::Signing;
use crate::git::Sign;
use crate::model::to_half_width;
use crate::text::{Text, clean};
use crate::tr;

/// The digits of the paper (Crockford's): no I, L, O or U, which are read as 1, 1 and 0, or not at all.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Digits of a group that bear the key, before the one that checks them.
const BEARING: usize = 4;
/// Groups: 13 of four digits of five bits hold 256 bits, and four that are zero.
const GROUPS: usize = 13;

/// Digits of a recovery key as it is written down.
pub const RECOVERY_DIGITS: usize = GROUPS * (BEARING + 1);

/// The private half of a recovery key.
pub struct RecoveryKey([u8; 32]);

impl RecoveryKey {
    /// A new one, by lot.
    #[must_use]
    pub fn draw() -> Self {
        let mut seed = [0; 32];
        OsRng.fill_bytes(&mut seed);
        Self(seed)
    }

    /// What is written down: 13 groups of five digits, the last of each a check of the group and of its place.
    #[must_use]
    pub fn groups(&self) -> Vec<String> {
        let digits = self.digits();
        let group = |(place, bearing): (usize, &[u8])| {
            let all = bearing.iter().copied().chain([check(place, bearing)]);
            all.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
        };
        digits.chunks(BEARING).enumerate().map(group).collect()
    }

    /// The key that somebody typed, in whatever width, case and spacing.
    ///
    /// # Errors
    /// It has not as many digits as one has, or which group has a slip in it.
    pub fn read(typed: &str) -> Result<Self, Text> {
        let digits: Vec<Option<u8>> = to_half_width(typed).chars().filter(|digit| digit.is_alphanumeric()).map(digit).collect();
        let (found, asked) = (digits.len(), RECOVERY_DIGITS);
        if found != asked {
            return Err(tr!(
                "恢复密钥是 {GROUPS} 组、每组 5 位，共 {asked} 位；输入了 {found} 位，请对照纸上逐组核对";
                "a recovery key has {GROUPS} groups of 5, {asked} digits; {found} were typed. Compare them with the paper, group by group"
            ));
        }
        let mut bits = [0_u8; GROUPS * BEARING];
        let mut wrong = Vec::new();
        for (place, group) in digits.chunks(BEARING + 1).enumerate() {
            let known: Vec<u8> = group.iter().flatten().copied().collect();
            match known.split_last() {
                Some((sum, bearing)) if bearing.len() == BEARING && *sum == check(place, bearing) => {
                    bits[place * BEARING..][..BEARING].copy_from_slice(bearing);
                }
                _ => wrong.push((place + 1).to_string()),
            }
        }
        // The bits after the last of the key are none.
        if wrong.is_empty() && bits[GROUPS * BEARING - 1] & 0b1111 != 0 {
            wrong.push(GROUPS.to_string());
        }
        if wrong.is_empty() {
            return Ok(Self::from_digits(&bits));
        }
        let (zh, en) = (wrong.join("、"), wrong.join(", "));
        Err(
            tr!("恢复密钥第 {zh} 组有错，请对照纸上的这几组"; "group {en} of the recovery key has a slip in it; compare it with the paper"),
        )
    }

    /// How it signs.
    #[must_use]
    pub fn signing(&self) -> Option<Signing> {
        let pair = KeypairData::Ed25519(Ed25519Keypair::from_seed(&self.0));
        let private = PrivateKey::new(pair, "").ok()?;
        let key = PublicKey::read(&private.public_key().to_openssh().ok()?).ok()?;
        Some(Signing { key, sign: Sign::new(move |purpose, bytes| key::sign(&private, purpose, bytes)) })
    }

    /// The bits, five to a digit, highest first.
    fn digits(&self) -> Vec<u8> {
        let bit = |at: usize| self.0.get(at / 8).map_or(0, |byte| byte >> (7 - at % 8) & 1);
        (0..GROUPS * BEARING).map(|digit| (0..5).fold(0, |digits, at| digits << 1 | bit(digit * 5 + at))).collect()
    }

    fn from_digits(digits: &[u8]) -> Self {
        let bit = |at: usize| digits[at / 5] >> (4 - at % 5) & 1;
        Self(std::array::from_fn(|byte| (0..8).fold(0, |bits, at| bits << 1 | bit(byte * 8 + at))))
    }
}

fn digit(typed: char) -> Option<u8> {
    let digit = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        digit => digit,
    };
    DIGITS.iter().position(|known| char::from(*known) == digit).and_then(|at| u8::try_from(at).ok())
}

/// The check of a group: the sum of its digits in the field of 32 elements, each times another power of its generator, and of the group's
/// place. So one wrong digit, two exchanged in a group, and two groups exchanged are found, always.
fn check(place: usize, bearing: &[u8]) -> u8 {
    let place = u8::try_from(place).unwrap_or_default();
    bearing.iter().rev().fold(0, |sum, digit| twice(sum ^ digit)) ^ place
}

/// Times the generator of the field, by the polynomial x⁵ + x² + 1.
fn twice(element: u8) -> u8 {
    let shifted = element << 1;
    if shifted & 0b10_0000 == 0 { shifted } else { shifted ^ 0b10_0101 }
}

/// What of it was typed so far, to ask for more.
#[must_use]
pub fn digits_typed(typed: &str) -> usize {
    clean(typed).chars().filter(|digit| digit.is_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> RecoveryKey {
        RecoveryKey(std::array::from_fn(|at| u8::try_from(at * 37 % 256).expect("small")))
    }

    #[test]
    fn what_is_written_down_is_the_key() {
        for key in [key(), RecoveryKey([0; 32]), RecoveryKey([255; 32]), RecoveryKey::draw()] {
            let groups = key.groups();
            assert_eq!((groups.len(), groups[0].len()), (13, 5));
            for typed in [groups.join(" "), groups.join("-").to_lowercase(), groups.concat(), groups.join("\n").replace('0', "o")]
            {
                assert_eq!(RecoveryKey::read(&typed).map(|read| read.0), Ok(key.0), "{typed}");
            }
            let wide: String =
                groups.concat().chars().map(|digit| char::from_u32(u32::from(digit) + 0xFEE0).expect("wide")).collect();
            assert_eq!(RecoveryKey::read(&wide).map(|read| read.0), Ok(key.0));
        }
    }

    #[test]
    fn a_slip_is_found_in_its_group() {
        let groups = key().groups();
        for place in 0..GROUPS {
            for at in 0..=BEARING {
                for other in DIGITS {
                    let mut typed = groups.clone();
                    typed[place].replace_range(at..=at, &char::from(*other).to_string());
                    let read = RecoveryKey::read(&typed.concat());
                    if typed == groups {
                        assert!(read.is_ok());
                    } else {
                        let why = read.map(|_| ()).expect_err("a slip");
                        assert!(why.zh().contains(&format!("第 {} 组", place + 1)), "{why:?}");
                    }
                }
                for other in at + 1..=BEARING {
                    let mut digits: Vec<char> = groups[place].chars().collect();
                    digits.swap(at, other);
                    let mut typed = groups.clone();
                    typed[place] = digits.into_iter().collect();
                    assert_eq!(RecoveryKey::read(&typed.concat()).is_ok(), typed == groups, "{typed:?}");
                }
            }
            for other in place + 1..GROUPS {
                let mut typed = groups.clone();
                typed.swap(place, other);
                assert!(RecoveryKey::read(&typed.concat()).is_err(), "{place} and {other} exchanged");
            }
        }
        let why = RecoveryKey::read(&groups[1..].concat()).map(|_| ()).expect_err("too short");
        assert!(why.zh().contains("输入了 60 位"), "{why:?}");
        assert!(RecoveryKey::read(&groups.concat().replace(['8', 'A'], "U")).is_err(), "U is no digit");
    }
}
