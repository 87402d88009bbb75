//! 一企一档: `mines/<mine>/base.toml` is what the office knows of a mine, `mines/<mine>/<unit>.toml` what a unit licenses there.

use crate::model::field::words;
use crate::model::record::record;
use crate::model::{BodyId, Day, Line, Prose};

words! {
    /// How a mine is worked.
    pub enum Method {
        /// 露天.
        OpenPit = "open-pit", "露天开采", "open pit";
        /// 地下.
        Underground = "underground", "地下开采", "underground";
        /// 尾矿库.
        Tailings = "tailings", "尾矿库", "tailings pond";
        /// 联合.
        Combined = "combined", "露天地下联合", "open pit and underground";
    }
}

record! {
    /// A mine.
    pub struct Mine {
        /// Its name.
        name: Line = "矿山名称", "name";
        /// Names that it had.
        former_names: Vec<Line> = "曾用名", "former names";
        /// The code of the enterprise (统一社会信用代码, GB 32100-2015).
        code: Option<Line> = "统一社会信用代码", "unified social credit code";
        /// The town or street where it lies.
        town: BodyId = "所在镇街", "town";
        /// What is dug.
        mineral: Option<Line> = "矿种", "mineral";
        /// How.
        method: Option<Method> = "开采方式", "method";
        /// From when it is known.
        since: Option<Day> = "建档日期", "since";
        /// When it was closed.
        closed: Option<Day> = "关闭日期", "closed";
    }
}

words! {
    /// What a licence allows.
    pub enum LicenceKind {
        /// 采矿许可证.
        Mining = "mining", "采矿许可证", "mining licence";
        /// 安全生产许可证.
        Safety = "safety", "安全生产许可证", "work safety licence";
        /// 排污许可证.
        Discharge = "discharge", "排污许可证", "discharge permit";
        /// 使用林地审核同意书.
        Forest = "forest", "使用林地审核同意书", "forest land permit";
        /// 水土保持方案批复.
        SoilWater = "soil-water", "水土保持方案批复", "soil and water plan";
        /// 爆破作业单位许可证.
        Blasting = "blasting", "爆破作业许可证", "blasting permit";
        /// Any other.
        Other = "other", "其他证照", "other";
    }
}

record! {
    /// A licence.
    pub struct Licence {
        /// What it allows.
        kind: LicenceKind = "证照种类", "kind";
        /// Its number.
        number: Option<Line> = "证号", "number";
        /// Its first day.
        from: Option<Day> = "有效期起", "from", ahead;
        /// Its last day.
        until: Option<Day> = "有效期止", "until", ahead;
        /// Who issued it.
        authority: Option<Line> = "发证机关", "authority";
    }
}

record! {
    /// What a unit licenses at a mine, or knows of it.
    pub struct Licences {
        /// Anything worth knowing.
        note: Option<Prose> = "说明", "note", sealed;
        /// Its licences, past and present.
        licence: Vec<Licence> = "证照", "licence";
    }
}

impl Licences {
    /// Whether another licence of its kind holds longer.
    #[must_use]
    pub fn renews(&self, licence: &Licence) -> bool {
        self.licence.iter().any(|other| other.kind == licence.kind && other.until > licence.until)
    }
}
