//! Who files here, for which unit, and whether the signature counts.

use super::super::{Environment, Register};
use super::point::{HealthPoint, HealthTopic};
use crate::git::History;
use crate::model::UnitId;
use crate::text::{CommandLine, OPEN, Text, clean};
use crate::tr;
use crate::trust::{KeyHolder, Roster};

/// Of a key that ends within so many days the office is asked for another in time.
const ENDS_SOON: u32 = 30;

/// Who files, and with which key.
pub(super) fn files(register: &Register, history: Option<&History>, environment: &Environment<'_>) -> Vec<HealthPoint> {
    // Without a repository nobody files, and that is said of the repository.
    let Some(history) = history else { return Vec::new() };
    // Nor is anything known of who files where its settings cannot be read: it would be said that nobody is.
    if history.settings_without_effect().is_err() {
        return Vec::new();
    }
    let said = |key: &str| history.setting(key);
    let name = said("user.name").map(|name| clean(&name).into_owned());
    let joined = register.joined().cloned();
    let told = environment.unit.as_deref().and_then(|unit| register.mechanism.unit_named(unit).ok().cloned());
    let join = join(register, joined.as_ref().or(told.as_ref()), name.as_deref());
    let mut points = vec![person(name.as_deref(), said("user.email").is_some())];
    points.push(unit(register, joined.as_ref(), told.as_ref(), &join));
    points.extend(environment.unit.as_deref().filter(|_| told.is_none()).map(told_wrongly));
    points.push(key(register, joined.as_ref(), &join));
    points
}

fn person(name: Option<&str>, has_address: bool) -> HealthPoint {
    let topic = HealthTopic::Identity;
    if let (Some(name), true) = (name, has_address) {
        return HealthPoint::well(topic, tr!("{name}"; "{name}"));
    }
    let what = Text::fixed("git 不知道登记人是谁，不能登记", "git does not know who is filing, so nothing can be filed");
    let commands = [("user.name", name.is_some()), ("user.email", has_address)].into_iter().filter(|(_, is_known)| !is_known);
    HealthPoint::amiss(topic, what).mended_by(commands.map(|(key, _)| CommandLine::git("config --global").about(key).about(OPEN)))
}

fn unit(register: &Register, joined: Option<&UnitId>, told: Option<&UnitId>, join: &CommandLine) -> HealthPoint {
    let (topic, mechanism) = (HealthTopic::Identity, &register.mechanism);
    match (joined, told) {
        (Some(joined), Some(told)) if joined != told => {
            let (joined, told) = (mechanism.short(joined), mechanism.short(told));
            HealthPoint::note(
                topic,
                tr!(
                    "本机为{joined}加入，环境变量 LIANDONG_UNIT 却写着{told}：以{told}的名义登记，签名归{joined}，多半送不出去；请去掉这个变量";
                    "this clone joined for {joined}, but LIANDONG_UNIT says {told}: it files as {told} with a key of {joined}, which hardly anybody takes; unset the variable"
                ),
            )
        }
        (Some(unit), _) | (None, Some(unit)) => {
            let unit = mechanism.short(unit);
            HealthPoint::well(topic, tr!("为{unit}登记"; "files for {unit}"))
        }
        (None, None) => HealthPoint::note(
            topic,
            Text::fixed(
                "本机还没有说明是哪个单位：每次登记都要写 --as 单位，待办也不分单位",
                "this computer is of no unit that it knows: every filing has to say --as UNIT, and what waits is of all",
            ),
        )
        .mended_by([join.clone()]),
    }
}

/// That the variable names no unit: it has no effect, and whoever set it does not know.
fn told_wrongly(told: &str) -> HealthPoint {
    let told = clean(told);
    HealthPoint::amiss(
        HealthTopic::Identity,
        tr!(
            "环境变量 LIANDONG_UNIT 写着“{told}”，机制里没有这个单位，不起作用；请改正或者去掉这个变量";
            "LIANDONG_UNIT says \"{told}\", and there is no such unit: it has no effect; set it right or unset it"
        ),
    )
}

/// The request for a key, as far as it is known who asks.
fn join(register: &Register, unit: Option<&UnitId>, name: Option<&str>) -> CommandLine {
    let unit = unit.map_or(OPEN, |unit| register.mechanism.short(unit));
    CommandLine::new("join").option("unit", unit).option("name", name.unwrap_or(OPEN))
}

fn key(register: &Register, joined: Option<&UnitId>, join: &CommandLine) -> HealthPoint {
    let (topic, today) = (HealthTopic::Key, register.today());
    let roster = Roster::from_mechanism(register.mechanism.clone());
    let signing = match register.signing() {
        Ok(Some(signing)) => signing,
        Ok(None) if roster.is_on() => {
            let what = Text::fixed(
                "这个台账每次登记都要签名，本机没有密钥，登记不了",
                "everything in this register is signed, and this computer has no key: nothing can be filed",
            );
            return HealthPoint::amiss(topic, what).mended_by([join.clone()]);
        }
        Ok(None) => {
            let what = Text::fixed("台账还没有启用签名，不需要密钥", "nothing in this register is signed, and no key is needed");
            return HealthPoint::well(topic, what);
        }
        Err(why) => return HealthPoint::amiss(topic, why).mended_by([join.clone()]),
    };
    let holders = roster.of_key(&signing.key);
    let of_unit = |holder: &&&KeyHolder| joined.is_none_or(|unit| holder.unit == *unit);
    let Some(holder) = holders.iter().filter(of_unit).max_by_key(|holder| holder.until.is_none_or(|until| today <= until)) else {
        let what = if holders.is_empty() {
            Text::fixed(
                "密钥还没有由办公室登记：登记的要等登记后才能送出；申请找不到了可以再写一份，交给办公室",
                "the office has not admitted the key: what is filed can be sent after that; the request can be written once more and given to it",
            )
        } else {
            Text::fixed(
                "密钥登记在别的单位名下，不能为本机加入的单位签名；请为本单位另写申请",
                "the key was admitted for another unit than this clone joined for; ask for one of this unit",
            )
        };
        let point = if roster.is_on() { HealthPoint::amiss(topic, what) } else { HealthPoint::note(topic, what) };
        return point.mended_by([join.clone()]);
    };
    let unit = register.mechanism.short(&holder.unit);
    match holder.until {
        Some(until) if until < today => {
            let what = tr!(
                "为{unit}登记的密钥已于 {until} 到期，签名不再有效；请向办公室另行申请";
                "the key for {unit} ended on {until}, and its signatures count no more; ask the office for another"
            );
            HealthPoint::amiss(topic, what).mended_by([join.clone()])
        }
        Some(until) if until < today.plus(ENDS_SOON) => {
            let what = tr!(
                "为{unit}登记的密钥到 {until} 为止；请提前向办公室另行申请";
                "the key for {unit} ends on {until}; ask the office for another in time"
            );
            HealthPoint::note(topic, what).mended_by([join.clone()])
        }
        _ if today < holder.since => {
            let since = holder.since;
            HealthPoint::note(topic, tr!("为{unit}登记的密钥自 {since} 起有效"; "the key for {unit} counts from {since} on"))
        }
        _ => HealthPoint::well(topic, tr!("已为{unit}登记"; "admitted for {unit}")),
    }
}
