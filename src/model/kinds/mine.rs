//! 一企一档: `mines/<mine>/base.toml` is what the office knows of a mine, `mines/<mine>/<unit>.toml` what a unit licenses there.

use crate::model::field::words;
use crate::model::record::record;
use crate::model::{BodyId, Day, Line, Prose};

words! {
    /// How a mine is worked.
    pub enum Method {
        OpenPit = "open-pit", "露天开采", "open pit";
        Underground = "underground", "地下开采", "underground";
        Tailings = "tailings", "尾矿库", "tailings pond";
        Combined = "combined", "露天地下联合", "open pit and underground";
    }
}

words! {
    /// What goes on at a mine, as offices' ledgers have it. What orders say of it is worked out from them; only of a licence that ran out is it
    /// judged by this as well.
    pub enum Production {
        Working = "working", "正常生产", "working";
        Building = "building", "基建", "being built";
        Stopped = "stopped", "停产", "stopped";
        /// For so long that nobody keeps it ready.
        Idle = "idle", "长期停产", "idle for long";
        /// Its closure has been decided or begun.
        Closing = "closing", "关闭退出", "closing";
    }
}

record! {
    /// A mine.
    pub struct Mine {
        name: Line = "矿山名称", "name";
        former_names: Vec<Line> = "曾用名", "former names";
        /// The code of the enterprise (统一社会信用代码, GB 32100-2015).
        code: Option<Line> = "统一社会信用代码", "unified social credit code";
        /// The town or street where it lies.
        town: BodyId = "所在镇街", "town";
        mineral: Option<Line> = "矿种", "mineral";
        method: Option<Method> = "开采方式", "method";
        /// From when it is known.
        since: Option<Day> = "建档日期", "since";
        closed: Option<Day> = "关闭日期", "closed";
        /// What the office last saw or was told; with scale and persons as offices' ledgers have it, and no clause asks it.
        production: Option<Production> = "生产状态", "production";
        /// The day on which it was so.
        production_on: Option<Day> = "生产状态核实日期", "production seen on";
        /// Such as 50万立方米/年.
        capacity: Option<Line> = "生产规模", "capacity";
        workers: Option<u32> = "从业人数", "workers";
        manager: Option<Line> = "主要负责人", "manager", sealed;
        safety_manager: Option<Line> = "安全管理负责人", "safety manager", sealed;
        phone: Option<Line> = "联系电话", "telephone", sealed;
    }
}

words! {
    /// What a licence allows.
    pub enum LicenceKind {
        Mining = "mining", "采矿许可证", "mining licence";
        Safety = "safety", "安全生产许可证", "work safety licence";
        Discharge = "discharge", "排污许可证", "discharge permit";
        Forest = "forest", "使用林地审核同意书", "forest land permit";
        SoilWater = "soil-water", "水土保持方案批复", "soil and water plan";
        Blasting = "blasting", "爆破作业许可证", "blasting permit";
        Other = "other", "其他证照", "other";
    }
}

record! {
    /// A licence.
    pub struct Licence {
        kind: LicenceKind = "证照种类", "kind";
        number: Option<Line> = "证号", "number";
        from: Option<Day> = "有效期起", "from", near;
        until: Option<Day> = "有效期止", "until", ahead;
        authority: Option<Line> = "发证机关", "authority";
    }
}

record! {
    /// What a unit licenses at a mine, or knows of it.
    pub struct Licences {
        note: Option<Prose> = "说明", "note", sealed;
        /// Its licences, past and present.
        licence: Vec<Licence> = "证照", "licence";
    }
}

impl Mine {
    /// Whether its file says that nobody works there (停产, 关闭退出).
    #[must_use]
    pub fn stands_still(&self) -> bool {
        matches!(self.production, Some(Production::Stopped | Production::Idle | Production::Closing))
    }
}

impl Licences {
    /// Whether another licence of its kind holds longer.
    #[must_use]
    pub fn renews(&self, licence: &Licence) -> bool {
        self.licence.iter().any(|other| other.kind == licence.kind && other.until > licence.until)
    }
}
