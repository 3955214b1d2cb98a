//! What each export says, and how each format writes it.
