//! A record of any kind: read, written and walked by the type that its kind has.

use super::comments::Comments;
use super::content::Content;
use super::field::Bearing;
use super::happening::Happening;
use super::key_path::KeyPath;
use super::kind::Kind;
use super::kinds::{self, ResponseKind, every_kind};
use super::leaf::Leaf;
use super::leaf_groups::LeafGroups;
use super::leaf_walk::LeafWalk;
use super::packed::{Packed, Packer};
use super::path::RecordPath;
use super::reader::{self, ReadProblem};
use super::value::Value;
use super::writer;

macro_rules! records {
    (
        files { $($(#[$file_meta:meta])* $file:ident: $type:ident $file_about:tt)+ }
        happenings { $($(#[$meta:meta])* $kind:ident: $folder:ident $about:tt)+ }
    ) => {
        records! {
            $($(#[$file_meta])* $file: $type;)+
            $($(#[$meta])* $kind: $kind;)+
        }

        impl Record {
            /// What it has as a happening, should it be one.
            #[must_use]
            pub fn happening(&self) -> Option<&dyn Happening> {
                match self {
                    $(Self::$kind(record) => Some(&**record),)+
                    _ => None,
                }
            }
        }
    };
    ($($(#[$meta:meta])* $kind:ident: $type:ident;)+) => {
        /// A record of any kind.
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        #[serde(untagged)]
        pub enum Record {
            $($(#[$meta])* $kind(Box<kinds::$type>),)+
        }

        impl Kind {
            /// Reads a record of this kind from the text of its file.
            ///
            /// # Errors
            /// Everything that is wrong with it.
            pub fn read(self, text: &str, keys: reader::Keys) -> Result<Record, Vec<ReadProblem>> {
                match self { $(Self::$kind => reader::read::<kinds::$type>(text, keys).map(Record::from),)+ }
            }
        }

        impl Kind {
            /// A record of this kind that was packed; none where the bytes are of nothing of this kind.
            pub fn unpack(self, packed: &mut Packed<'_>) -> Option<Record> {
                match self { $(Self::$kind => kinds::$type::unpack(packed).map(Record::from),)+ }
            }
        }

        impl Record {
            /// What kind it is.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self { $(Self::$kind(_) => Kind::$kind,)+ }
            }

            /// Its canonical text with its comments.
            #[must_use]
            pub fn write(&self, comments: &Comments) -> String {
                match self { $(Self::$kind(record) => writer::write_with(&**record, comments),)+ }
            }

            /// What it holds.
            #[must_use]
            pub fn content(&self) -> Content<'_> {
                match self { $(Self::$kind(record) => record.content(),)+ }
            }

            /// Shows every leaf of it.
            pub fn visit(&self, see: &mut dyn FnMut(&KeyPath, Leaf<'_>)) {
                let mut walk = LeafWalk::new(KeyPath::default(), LeafGroups::ALL, see);
                match self { $(Self::$kind(record) => record.visit(&mut walk),)+ }
            }

            /// What it is, as a cache keeps it; of what kind is not among that.
            pub fn pack(&self, packer: &mut Packer) {
                match self { $(Self::$kind(record) => record.pack(packer),)+ }
            }

            fn drop_every_text(&mut self) {
                match self { $(Self::$kind(record) => record.drop_text(Bearing::Judged),)+ }
            }
        }

        $(impl From<kinds::$type> for Record {
            fn from(record: kinds::$type) -> Self {
                Self::$kind(Box::new(record))
            }
        })+
    };
}
every_kind!(records);

impl Record {
    /// Puts its texts away (see [`Prose`](super::Prose)), but for those in which somebody says what it did: rules ask whether it did what a clause
    /// has it do. A meeting or an enforcement keeps them: there are few, and what two records of one say is compared by their words. A notice that is not
    /// what was reviewed keeps them as well: a rule says so. Of one that is the digest has done its work.
    pub fn drop_text(&mut self) {
        if matches!(self, Self::Meeting(_) | Self::Enforcement(_)) {
            return;
        }
        if let Self::Notice(notice) = self {
            match (notice.is_as_reviewed(), &mut notice.review) {
                (Some(false), _) => return,
                (Some(true), Some(review)) => review.digest = None,
                _ => {}
            }
        }
        let said = match self {
            Self::Notice(notice) => notice.measures.clone(),
            Self::Response(response) if matches!(response.kind, ResponseKind::MeasuresTaken | ResponseKind::Done) => {
                response.text.clone()
            }
            _ => None,
        };
        self.drop_every_text();
        match self {
            Self::Notice(notice) => notice.measures = said,
            Self::Response(response) if said.is_some() => response.text = said,
            _ => {}
        }
    }

    /// Keeps with a review that is filed now what was reviewed (see [`Notice::keep_reviewed`](super::Notice::keep_reviewed)).
    pub fn keep_reviewed(&mut self, before: Option<&Self>) {
        let Self::Notice(notice) = self else { return };
        let before = match before {
            Some(Self::Notice(before)) => Some(&**before),
            _ => None,
        };
        notice.keep_reviewed(before);
    }

    /// Reads the record that lies at a path.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(path: &RecordPath, text: &str) -> Result<Self, Vec<ReadProblem>> {
        path.kind().read(text, reader::Keys::Known)
    }
}
