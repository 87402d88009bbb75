//! What several kinds speak of: a place that is no known mine, the urgent matters of 四（三）.

use super::field::words;
use super::id::BodyId;
use super::line::Line;
use super::record::record;

words! {
    /// The urgent matters of 四（三）. The clause names 责令停止作业 twice; a stop for a major safety risk is the first.
    pub enum Trigger {
        MajorRiskStop = "major-risk-stop", "存在重大安全风险被责令停止作业", "stopped for a major safety risk";
        OverBoundary = "over-boundary", "被举报涉嫌越界开采", "reported over-boundary mining";
        ConcealedReport = "concealed-report", "被举报涉嫌瞒报谎报生产安全事故", "reported concealed or false accident report";
        LicenceOrStop = "licence-or-stop", "被暂扣相关证照或责令停止作业", "licence withheld or work stopped";
        OtherSerious = "other-serious", "其他严重违法违规行为", "other serious violation";
    }
}

record! {
    /// A place that is no known mine.
    pub struct Site {
        town: BodyId = "所在镇街", "town";
        place: Line = "具体地点", "place", sealed, idle;
    }
}
