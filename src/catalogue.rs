//! RON text from trainers to checked programmes, or findings at their place.
