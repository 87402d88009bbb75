//! What comes from outside the program: repositories in other states, folders that people change by hand, files that are no records, places
//! that take no more.

mod below_top;
mod causes;
mod foreign_files;
mod further;
mod nearby_git;
mod opened_once;
mod repository_states;
mod standard_output;
mod three_states;
