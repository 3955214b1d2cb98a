//! What must hold of a directory of agencies.

use super::reviewed_at;
use crate::catalogue::check::Check;
use crate::catalogue::finding::What;
use crate::catalogue::tree::Path;
use crate::domain::agency::{Agency, Directory, Phone};
use chrono::NaiveDate;

/// Everything that is wrong with a directory, seen from `today`.
pub(super) fn check(check: &mut Check, directory: &Directory, today: NaiveDate) {
    let agencies = Path::Root.key("agencies");
    for (number, agency) in directory.agencies.iter().enumerate() {
        one(check, &agencies.item(number), directory, agency, today);
    }
}

fn one(check: &mut Check, path: &Path, directory: &Directory, agency: &Agency, today: NaiveDate) {
    if agency.as_of.is_some() || agency.review_by.is_some() {
        let as_of = agency.as_of.unwrap_or(directory.as_of);
        reviewed_at(check, path, as_of, agency.review_by(directory), today);
    }
    reached(check, path, agency.website.as_deref(), agency.email.as_deref(), &agency.phones);
    let contacts = path.key("contacts");
    for (number, contact) in agency.contacts.iter().enumerate() {
        reached(check, &contacts.item(number), None, contact.email.as_deref(), &contact.phones);
    }
    let services = path.key("services");
    for (number, service) in agency.services.iter().enumerate() {
        let item = services.item(number);
        reached(check, &item, service.website.as_deref(), service.email.as_deref(), &service.phones);
        if service.needs.is_empty() && check.whole(&item) {
            check.warning(&item.key("needs"), What::new("finding-no-needs").with("service", &service.id));
        }
    }
}

/// How somebody is reached must at least look like it.
fn reached(check: &mut Check, path: &Path, website: Option<&str>, email: Option<&str>, phones: &[Phone]) {
    let is_website = |text: &&str| text.starts_with("https://") || text.starts_with("http://");
    if website.is_some_and(|website| !is_website(&website) || website.contains(char::is_whitespace)) {
        check.error(&path.key("website"), What::new("finding-website"));
    }
    let is_email = |text: &str| {
        let parts = text.split_once('@');
        let sound = parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'));
        sound && !text.contains(char::is_whitespace)
    };
    if email.is_some_and(|email| !is_email(email)) {
        check.error(&path.key("email"), What::new("finding-email"));
    }
    let list = path.key("phones");
    for (number, phone) in phones.iter().enumerate() {
        let digits = phone.number.chars().filter(char::is_ascii_digit).count();
        let known = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '+' | '-' | '(' | ')' | '/' | '.');
        if digits < 3 || !phone.number.chars().all(known) {
            check.error(&list.item(number).key("number"), What::new("finding-phone"));
        }
    }
}
