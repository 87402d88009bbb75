//! 执法文书 (三（五）): papers that a unit served. They belong to the units; a register keeps their number and date.

use crate::model::field::words;
use crate::model::happening::{Happening, Sequence, happening};
use crate::model::record::record;
use crate::model::stopped_part::names_part;
use crate::model::{Day, Line, Mine, MineId, Moment, Prose, Reference, Site, Stated, Trigger, UnitId};

words! {
    /// What an order orders.
    pub enum OrderKind {
        OnsiteMeasure = "onsite-measure", "现场处理措施", "on-site measure";
        StopWork = "stop-work", "责令停止作业", "stop-work order";
        SuspendProduction = "suspend-production", "责令停产停业整顿", "suspension of production";
        Rectify = "rectify", "责令限期整改", "order to rectify";
        WithholdLicence = "withhold-licence", "暂扣证照", "licence withheld";
        Revoke = "revoke", "吊销证照", "licence revoked";
        Penalty = "penalty", "行政处罚", "penalty";
        Transfer = "transfer", "移送", "transfer";
        Close = "close", "关闭", "closure";
    }
}

record! {
    /// The end of an order before its term.
    pub struct Lifted {
        on: Day = "解除日期", "on";
        /// The number of the paper that ended it.
        number: Option<Line> = "文书编号", "number", idle;
    }
}

happening! {
    /// An enforcement paper, frozen once filed.
    pub struct Order {
        kind: OrderKind = "文书种类", "kind";
        /// Its number, as the unit's own registry gave it.
        number: Option<Line> = "文书编号", "number", idle;
        at: Moment = "送达时间", "served at", fact;
        mine: Option<MineId> = "矿山", "mine";
        /// The part of the mine that is stopped or closed, where the rest may work on.
        place: Option<Line> = "停止部位", "part stopped";
        /// Whether a major safety risk is its ground (四（三）: 存在重大安全风险被责令停止作业).
        major_risk: bool = "重大安全风险", "major risk";
        /// Whether another serious violation is its ground (四（三）: 等严重违法违规行为).
        serious: bool = "严重违法违规", "serious violation";
        /// The joint enforcement in which it was served.
        enforcement: Option<Reference> = "联合执法", "joint enforcement";
        /// The hazard that it is about.
        hazard: Option<Reference> = "隐患", "hazard";
        /// The lead that it answers.
        lead: Option<Reference> = "线索", "lead";
        /// The unit to which a case was transferred.
        transferred_to: Option<UnitId> = "移送至", "transferred to";
        until: Option<Day> = "期限", "until", ahead;
        text: Option<Prose> = "内容", "text", idle;
        /// The place, where it is no known mine.
        site: Option<Site> = "地点", "site";
        /// Its end before the term.
        lifted: Option<Lifted> = "解除", "lifted", fills;
    }
}

impl OrderKind {
    /// Whether it rests on something that was found to be so. A case may be handed on, or a place secured, before anybody knows.
    #[must_use]
    pub const fn acts_on_ground(self) -> bool {
        !matches!(self, Self::OnsiteMeasure | Self::Transfer)
    }

    /// Whether it has a mine stop or close, or takes a licence from it.
    #[must_use]
    pub const fn stops_mine(self) -> bool {
        matches!(self, Self::StopWork | Self::SuspendProduction | Self::WithholdLicence | Self::Revoke | Self::Close)
    }
}

impl Order {
    /// Whether the whole mine stops or closes, or loses a licence: of a stop that names a part of it the rest may work on. What it is
    /// called tells whether it is the mine itself that is named there.
    #[must_use]
    pub fn stops_whole_mine(&self, mine: Option<&Mine>) -> bool {
        // A licence is taken from the mine, whatever place is named.
        let may_be_partial = matches!(self.kind, OrderKind::StopWork | OrderKind::SuspendProduction | OrderKind::Close);
        let is_part = |place: &Line| names_part(place.as_str(), mine);
        self.kind.stops_mine() && !(may_be_partial && self.place.said().is_some_and(is_part))
    }

    /// Whether nobody works at the mine from then on (停工、停产、停建, or closed): what is only called a stop of work stops one place, unless it
    /// says that it is all of the mine.
    #[must_use]
    pub fn stops_all_work(&self, mine: Option<&Mine>) -> bool {
        match self.kind {
            OrderKind::SuspendProduction | OrderKind::Close => self.stops_whole_mine(mine),
            OrderKind::StopWork => self.place.said().is_some_and(|place| !names_part(place.as_str(), mine)),
            _ => false,
        }
    }

    /// Which of the urgent matters of 四（三） it is, if any.
    #[must_use]
    pub fn trigger(&self) -> Option<Trigger> {
        match self.kind {
            OrderKind::StopWork if self.major_risk => Some(Trigger::MajorRiskStop),
            OrderKind::StopWork | OrderKind::SuspendProduction | OrderKind::WithholdLicence | OrderKind::Revoke => {
                Some(Trigger::LicenceOrStop)
            }
            _ if self.serious => Some(Trigger::OtherSerious),
            _ => None,
        }
    }
}

impl Happening for Order {
    fn on(&self) -> Option<Day> {
        Some(self.at.day())
    }

    fn sequences(&self) -> Vec<Sequence> {
        let mut list = Vec::new();
        let served = ("at", Some(self.at.day()));
        Sequence::push(&mut list, served, ("until", self.until));
        Sequence::push(&mut list, served, ("lifted.on", self.lifted.as_ref().map(|lifted| lifted.on)));
        list
    }
}
