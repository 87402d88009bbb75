//! What a rule looks at, and how it is run over that.

use super::findings::{Findings, RegisterFindings};
use super::rule::{Context, Rule};
use crate::model::{self, Day, Filed, FiledPath, Happening, Kind, every_kind};

/// A check of one kind of record.
pub type Check<T> = fn(&Filed<T>, &Context<'_>, &mut Findings<'_>);

macro_rules! scopes {
    (files $files:tt happenings { $($(#[$meta:meta])* $kind:ident: $collection:ident $about:tt)+ }) => {
        /// What a rule looks at.
        #[derive(Debug, Clone, Copy)]
        pub enum Scope {
            $($(#[$meta])* $kind(Check<model::$kind>),)+
            /// Everything that was filed, whatever its kind.
            Any(fn(&FiledPath, &dyn Happening, &Context<'_>, &mut Findings<'_>)),
            /// Every file of these kinds, in an order of the rule's own.
            Each(&'static [Kind], fn(&Context<'_>, &mut RegisterFindings)),
            /// The register as a whole.
            Ledger(fn(&Context<'_>, &mut RegisterFindings)),
        }

        impl Scope {
            /// The kinds of file of which it says something, each by itself.
            pub(super) fn kinds(&self) -> &'static [Kind] {
                match self {
                    $(Self::$kind(_) => &[Kind::$kind],)+
                    Self::Each(kinds, _) => kinds,
                    Self::Any(_) | Self::Ledger(_) => &[],
                }
            }
        }

        impl Rule {
            /// Runs it over everything that it looks at. Facts are asked of a year, or of all.
            pub(super) fn run(&self, context: &Context<'_>, year: Option<u16>) -> RegisterFindings {
                let mut out = RegisterFindings::asked_of(year);
                match self.scope {
                    $(Scope::$kind(check) => for filed in &context.ledger.$collection {
                        self.look_at(&filed.path, &*filed.record, context, &mut out, |out| check(filed, context, out));
                    },)+
                    Scope::Any(check) => context.ledger.each(|path, record| {
                        self.look_at(path, record, context, &mut out, |out| check(path, record, context, out));
                    }),
                    Scope::Each(_, check) | Scope::Ledger(check) => check(context, &mut out),
                }
                out
            }
        }
    };
}
every_kind!(scopes);

impl Rule {
    /// Checks a record that it concerns. Its day is that of the fact, else the first of the year under which it is filed.
    fn look_at(
        &self,
        path: &FiledPath,
        record: &dyn Happening,
        context: &Context<'_>,
        out: &mut RegisterFindings,
        check: impl FnOnce(&mut Findings<'_>),
    ) {
        let asked = record.asked_on();
        if self.concerns(asked, context) {
            let on = asked.unwrap_or(Day::first_of(path.year));
            check(&mut Findings::about(path, on, out));
        }
    }

    /// What lies before the regulation is kept and never judged (五（一）); what lies after today has not happened.
    fn concerns(&self, on: Option<Day>, context: &Context<'_>) -> bool {
        let in_force = |on: Day| context.ledger.mechanism.begins() <= on && on <= context.today;
        self.nature.is_form() || on.is_none_or(in_force)
    }
}
