//! What several kinds speak of: a place that is no known mine, the urgent matters of 四（三）.

use super::field::words;
use super::id::BodyId;
use super::record::record;
use super::words::Line;

words! {
    /// The urgent matters of 四（三）. The clause names 责令停止作业 twice; a stop for a major safety risk is the first.
    pub enum Trigger {
        /// 存在重大安全风险被责令停止作业.
        MajorRiskStop = "major-risk-stop", "存在重大安全风险被责令停止作业", "stopped for a major safety risk";
        /// 被举报涉嫌越界开采.
        OverBoundary = "over-boundary", "被举报涉嫌越界开采", "reported over-boundary mining";
        /// 被举报涉嫌瞒报谎报生产安全事故.
        ConcealedReport = "concealed-report", "被举报涉嫌瞒报谎报生产安全事故", "reported concealed or false accident report";
        /// 被暂扣相关证照或责令停止作业.
        LicenceOrStop = "licence-or-stop", "被暂扣相关证照或责令停止作业", "licence withheld or work stopped";
        /// 等严重违法违规行为.
        OtherSerious = "other-serious", "其他严重违法违规行为", "other serious violation";
    }
}

record! {
    /// A place that is no known mine.
    pub struct Site {
        /// The town or street.
        town: BodyId = "所在镇街", "town";
        /// Where there.
        place: Line = "具体地点", "place", sealed;
    }
}
