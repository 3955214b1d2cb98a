//! People from a spreadsheet: a file to facts that can be recorded, or refusals with row, column and reason.
