//! What a look at one thing comes to.

use serde::Serialize;

use crate::text::{CommandLine, Text};

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HealthTopic {
    /// The installed git.
    Git,
    /// The repository around the register.
    Repository,
    /// What the register knows of itself.
    Register,
    /// Who files.
    Identity,
    /// With what that is signed.
    Key,
    /// The clock of this computer.
    Clock,
    /// The shared repository.
    Shared,
    /// The disk.
    Disk,
    /// Holidays and working days.
    Calendar,
    /// How folder, commit and shared repository differ.
    Drift,
    /// Settings without effect.
    Settings,
    /// What interrupted programs left.
    Leftovers,
    /// What is not filed yet.
    Drafts,
}

impl HealthTopic {
    /// As people call it.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Git => Text::fixed("git 程序", "git"),
            Self::Repository => Text::fixed("仓库", "repository"),
            Self::Register => Text::fixed("台账", "register"),
            Self::Identity => Text::fixed("登记人", "who files"),
            Self::Key => Text::fixed("密钥", "key"),
            Self::Clock => Text::fixed("时钟", "clock"),
            Self::Shared => Text::fixed("共享处", "shared place"),
            Self::Disk => Text::fixed("磁盘", "disk"),
            Self::Calendar => Text::fixed("节假日", "holidays"),
            Self::Drift => Text::fixed("文件夹与已登记的", "folder and what was filed"),
            Self::Settings => Text::fixed("仓库自带的设置", "the repository's own settings"),
            Self::Leftovers => Text::fixed("遗留文件", "leftovers"),
            Self::Drafts => Text::fixed("草稿", "drafts"),
        }
    }
}

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Health {
    /// In order.
    Well,
    /// To be known; nothing fails for it.
    Note,
    /// Something fails, or will.
    Amiss,
}

impl Health {
    /// As people call it.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Well => Text::fixed("正常", "well"),
            Self::Note => Text::fixed("提示", "note"),
            Self::Amiss => Text::fixed("待处理", "amiss"),
        }
    }
}

/// What a look at one thing comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HealthPoint {
    /// What was looked at.
    pub topic: HealthTopic,
    /// How it is.
    pub health: Health,
    /// What is so, and what to do where no command does it.
    pub what: Text,
    /// Commands that put it right, with … for what only people know, in the order in which they are run.
    pub remedy: Vec<CommandLine>,
}

impl HealthPoint {
    /// That something is in order.
    pub(super) fn well(topic: HealthTopic, what: Text) -> Self {
        Self { topic, health: Health::Well, what, remedy: Vec::new() }
    }

    /// That something is to be known.
    pub(super) fn note(topic: HealthTopic, what: Text) -> Self {
        Self { topic, health: Health::Note, what, remedy: Vec::new() }
    }

    /// That something fails.
    pub(super) fn amiss(topic: HealthTopic, what: Text) -> Self {
        Self { topic, health: Health::Amiss, what, remedy: Vec::new() }
    }

    /// The same, with what to run.
    pub(super) fn mended_by(mut self, commands: impl IntoIterator<Item = CommandLine>) -> Self {
        self.remedy.extend(commands);
        self
    }

    /// The commands, as they are typed, that its words do not name already: those in which it is told.
    pub fn unnamed(&self, told: &str) -> impl Iterator<Item = String> {
        self.remedy.iter().map(CommandLine::to_string).filter(move |command| !told.contains(command.as_str()))
    }
}
