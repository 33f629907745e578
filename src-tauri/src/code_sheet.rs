//! The sheet of paper with every account: a page for the browser, which prints it. It asks nobody for
//! anything: what it shows is in it.
//!
//! Names come from anywhere, so every text is escaped; and the page forbids itself scripts and requests,
//! should one ever get through.

use keyholder_authenticator::{
    account::{Digits, Method},
    export::Printed,
};
use keyholder_domain::second_factor::time_code::TimeCodeAlgorithm;
use serde::Deserialize;
use zeroize::Zeroizing;

use crate::qr;

const STYLE: &str = include_str!("code_sheet.css");
const FOOT: &str = "</ul>\n</body>\n</html>\n";

/// The words of the sheet, in the language of the app.
#[derive(Deserialize, specta::Type)]
pub(crate) struct SheetWords {
    /// The language, as a tag (BCP 47).
    pub(crate) language: String,
    /// What the sheet is.
    pub(crate) title: String,
    /// When it was made, and how it is to be kept.
    pub(crate) lead: String,
    /// What stands before a secret.
    pub(crate) key: String,
    /// What stands before how codes are made, where that is not as usual.
    pub(crate) settings: String,
}

/// The page. It holds every secret.
pub(crate) fn page(accounts: &[Printed], words: &SheetWords) -> Zeroizing<String> {
    let head = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <h1>{title}</h1>\n<p>{lead}</p>\n<ul>\n",
        language = escaped(&words.language),
        title = escaped(&words.title),
        lead = escaped(&words.lead),
    );
    let mut whole = Zeroizing::new(head);
    for account in accounts {
        whole.push_str(&row(account, words));
    }
    whole.push_str(FOOT);
    whole
}

fn row(account: &Printed, words: &SheetWords) -> Zeroizing<String> {
    // Of an address that is too long for a code the key is typed.
    let code = qr::picture(&account.address).map(|picture| picture.svg());
    let (issuer, name) = (account.issuer.as_str(), account.name.as_str());
    let (first, second) = match (issuer, name) {
        ("", name) => (name, ""),
        (issuer, name) => (issuer, name),
    };
    let settings = settings(account.method).map(|said| {
        format!(
            "<p><span>{}</span> {}</p>",
            escaped(&words.settings),
            escaped(&said)
        )
    });
    Zeroizing::new(format!(
        "<li>{code}<div><h2>{first}</h2><p>{second}</p>\
         <p><span>{key}</span> <code>{secret}</code></p>{settings}</div></li>\n",
        code = code.as_deref().map_or("", String::as_str),
        first = escaped(first),
        second = escaped(second),
        key = escaped(&words.key),
        secret = escaped(&account.secret),
        settings = settings.unwrap_or_default(),
    ))
}

/// How codes are made, where a phone would not guess it.
fn settings(method: Method) -> Option<String> {
    let usual = Method::usual();
    match method {
        usually if usually == usual => None,
        Method::Time {
            algorithm,
            digits,
            period,
        } => Some(format!("TOTP, {}, {period} s", hash(algorithm, digits))),
        Method::Counter {
            algorithm,
            digits,
            counter,
        } => Some(format!("HOTP, {}, # {counter}", hash(algorithm, digits))),
        Method::Steam => Some("Steam".to_owned()),
    }
}

fn hash(algorithm: TimeCodeAlgorithm, digits: Digits) -> String {
    let name = match algorithm {
        TimeCodeAlgorithm::Sha1 => "SHA-1",
        TimeCodeAlgorithm::Sha256 => "SHA-256",
        TimeCodeAlgorithm::Sha512 => "SHA-512",
    };
    format!("{name}, {}", digits.number())
}

/// A text as text: it opens no element and ends no attribute.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use keyholder_authenticator::{
        account::Account,
        entry::Entry,
        export::{plain, printed},
        otpauth,
        secret::OtpSecret,
    };
    use rand::rngs::SysRng;

    use super::*;

    fn entries() -> Vec<Entry> {
        let hostile = "<script>\"'&";
        let of = |issuer: &str, method| {
            let secret = OtpSecret::parse("JBSWY3DPEHPK3PXP").unwrap();
            let account = Account::new(issuer, "maria", method, secret);
            Entry::keep(account, &mut SysRng).unwrap()
        };
        vec![of(hostile, Method::usual()), of("Games", Method::Steam)]
    }

    fn words() -> SheetWords {
        SheetWords {
            language: "de\"><b>".to_owned(),
            title: "Codes <b>".to_owned(),
            lead: "Keep it & lock it".to_owned(),
            key: "Key".to_owned(),
            settings: "Settings".to_owned(),
        }
    }

    #[test]
    fn threat_no_name_becomes_an_element_of_the_sheet() {
        let page = page(&printed(&entries()), &words());
        assert!(page.contains("&lt;script&gt;&quot;&#39;&amp;"));
        assert!(page.contains("lang=\"de&quot;&gt;&lt;b&gt;\""));
        for element in ["<script", "<b>"] {
            assert!(!page.contains(element), "{element}");
        }
    }

    #[test]
    fn goal_the_sheet_holds_what_has_to_be_typed_or_photographed() {
        let entries = entries();
        let page = page(&printed(&entries), &words());
        assert_eq!(page.matches("JBSW Y3DP EHPK 3PXP").count(), 2);
        assert_eq!(page.matches("<svg").count(), 2);
        assert_eq!(page.matches("Settings").count(), 1, "one is as usual");
        // The very squares of the address, which the tests of the picture read with another program.
        let address = otpauth::write(&entries[0].account);
        assert!(page.contains(qr::picture(&address).unwrap().svg().as_str()));
        assert!(plain(&entries).starts_with(address.as_str()));
    }
}
