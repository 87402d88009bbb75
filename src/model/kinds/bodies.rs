//! `bodies.toml`: others with a name. They own no folder.

use crate::model::field::words;
use crate::model::record::record;
use crate::model::{BodyId, Line};

words! {
    /// What a body is to the mechanism.
    pub enum BodyKind {
        Town = "town", "镇街", "town";
        /// The district government: told only by 报告, asked only by 请示.
        Government = "government", "本级政府", "government";
        Superior = "superior", "上级", "superior";
        /// Those whom the mechanism watches over: to write to them tells no unit anything.
        Enterprise = "enterprise", "企业", "enterprise";
        Other = "other", "其他", "other";
    }
}

record! {
    /// A body.
    pub struct Body {
        id: BodyId = "代号", "id";
        name: Line = "全称", "name";
        short: Line = "简称", "short name";
        /// What else people call it.
        aliases: Vec<Line> = "别名", "aliases";
        /// What it is to the mechanism.
        kind: BodyKind = "类别", "kind";
        /// Its code, for a town the statistical one.
        code: Option<Line> = "代码", "code";
    }
}

record! {
    /// All of them.
    pub struct BodiesFile {
        body: Vec<Body> = "机构", "body";
    }
}

impl Body {
    /// What it is called, in full, in short and otherwise.
    pub fn names(&self) -> impl Iterator<Item = &str> + Clone {
        [self.name.as_str(), self.short.as_str()].into_iter().chain(self.aliases.iter().map(Line::as_str))
    }
}
