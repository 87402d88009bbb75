//! The columns of a sheet and the cells below them, declared together.

/// Declares the columns of a sheet, each with the cell below it, so that none can stand under another's heading.
macro_rules! table {
    ($kind:expr, $life:lifetime, |$row:ident: $of:ty, $view:ident| { $($head:expr => $cell:expr;)+ }) => {
        fn columns() -> Vec<$crate::report::ledger::Column> {
            vec![$($crate::report::ledger::sheet::ColumnSource::column($head, $kind)),+]
        }

        fn cells<$life>(
            $row: $of,
            $view: &$crate::report::ledger::view::LedgerView<$life>,
        ) -> Vec<$crate::report::ledger::Cell<$life>> {
            vec![$($crate::report::ledger::Cell::from($cell)),+]
        }
    };
}
pub(super) use table;
