//! 三同时 (一（一）6, 一（七）1, 一（九）1; 一（四）2): what a unit found on a day of facilities that are to be designed, built and put to use
//! together with the works they protect. A later finding that all is in place is filled into the same record.

use crate::model::field::words;
use crate::model::happening::{Happening, Sequence, happening};
use crate::model::record::record;
use crate::model::{Day, Line, MineId, Prose};

words! {
    /// What kind of project it is (新、改、扩建).
    pub enum Works {
        New = "new", "新建", "new";
        Rebuilt = "rebuilt", "改建", "rebuilt";
        Extended = "extended", "扩建", "extended";
    }
}

words! {
    /// What the facilities protect: each is another department's to see to.
    pub enum FacilityKind {
        /// 一（一）6.
        Safety = "safety", "安全设施", "safety facilities";
        /// 一（七）1.
        Environment = "environment", "环境保护设施", "environmental facilities";
        /// 一（九）1.
        SoilWater = "soil-water", "水土保持设施", "soil and water facilities";
    }
}

words! {
    /// Which of the three is meant.
    pub enum Stage {
        Design = "design", "同时设计", "designed together";
        Construction = "construction", "同时施工", "built together";
        Use = "use", "同时投入使用", "put to use together";
    }
}

words! {
    /// What was found.
    pub enum FacilityState {
        InPlace = "in-place", "已落实", "in place";
        Lacking = "lacking", "未落实", "lacking";
    }
}

record! {
    /// That what was lacking is in place now.
    pub struct MadeGood {
        on: Day = "落实日期", "on";
        number: Option<Line> = "文书编号", "number", idle;
    }
}

happening! {
    /// What a unit found; frozen once filed.
    pub struct Facility {
        mine: MineId = "矿山", "mine";
        /// What the project is called.
        project: Line = "建设项目", "project", idle;
        works: Works = "项目类别", "works";
        kind: FacilityKind = "设施类别", "facilities";
        /// Which of the three is meant; all where it does not say.
        stage: Option<Stage> = "环节", "stage";
        state: FacilityState = "三同时情况", "state";
        /// The day of the finding.
        on: Day = "检查日期", "found on", fact;
        /// The paper that says so.
        number: Option<Line> = "文书编号", "number", idle;
        /// Since when the works are in production or use.
        in_use: Option<Day> = "主体工程投产日期", "works in use since", fills;
        text: Option<Prose> = "说明", "text", sealed;
        made_good: Option<MadeGood> = "补充落实", "made good", fills;
    }
}

impl Facility {
    /// The day up to which the facilities are known to be lacking, as of a day; none where they are not.
    #[must_use]
    pub fn lacking_until(&self, today: Day) -> Option<Day> {
        let made_good = self.made_good.as_ref().map(|made| made.on).filter(|on| *on <= today);
        (self.state == FacilityState::Lacking).then(|| made_good.unwrap_or(today))
    }
}

impl Happening for Facility {
    fn on(&self) -> Option<Day> {
        Some(self.on)
    }

    fn sequences(&self) -> Vec<Sequence> {
        let mut list = Vec::new();
        Sequence::push(&mut list, ("on", Some(self.on)), ("made_good.on", self.made_good.as_ref().map(|made| made.on)));
        list
    }
}
