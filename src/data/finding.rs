//! Findings: what is wrong with a record, where, and how to mend it.

use std::fmt;

/// One fault in the records. The build takes none.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Finding {
    /// Relative to the records' folder.
    pub file: String,
    /// Where in the file: `claims[2].figures[0].whose`. Empty for the file as a whole.
    pub path: String,
    pub what: String,
    pub mend: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if !self.path.is_empty() {
            write!(f, " at {}", self.path)?;
        }
        write!(f, "\n    {}\n    To mend: {}", self.what, self.mend)
    }
}
