//! What people find in their mailbox, read through the demo's way of sending.

use keyholder_client::{Client, Session, TokenSink};
use keyholder_contract::{
    second_factor::ShowSecondFactor,
    session::{NextStep, SessionTokens},
};
use keyholder_domain::second_factor::FactorMethod;
use keyholder_server::mail::{self, ShownMail, Transport};
use keyholder_store::second_factors;

use super::{House, PASSWORD, Person, phone::start};

impl House {
    /// Sends everything that is due, and gives it, oldest first.
    pub(crate) async fn mails(&self) -> Vec<ShownMail> {
        while mail::deliver_due(&self.app, &Transport::Demo)
            .await
            .unwrap()
            > 0
        {}
        let mut mails = self.app.demo_mailbox.all();
        mails.reverse();
        mails
    }

    /// The link in the newest mail to an address.
    pub(crate) async fn link_for(&self, address: &str) -> String {
        let mails = self.mails().await;
        let mail = mails
            .iter()
            .rev()
            .find(|mail| mail.to == address && !mail.link.is_empty());
        mail.unwrap_or_else(|| panic!("no link for {address}"))
            .link
            .clone()
    }

    /// Has codes mailed to somebody, as to whoever was activated.
    pub(crate) async fn mail_codes(&self, person: &Person) {
        let tx = self.app.database.begin_write().await.unwrap();
        second_factors::mail_codes(&tx, person.id).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The code in the newest mail to an address, as it stands there.
    pub(crate) async fn code_for(&self, address: &str) -> String {
        let mails = self.mails().await;
        let codes = mails.iter().rev().filter(|mail| mail.to == address);
        let mut codes = codes.filter_map(|mail| code_in(&mail.text));
        codes
            .next()
            .unwrap_or_else(|| panic!("no code for {address}"))
    }

    /// Takes the password step and shows the code from the mailbox.
    pub(crate) async fn tokens_by_mail(
        &self,
        client: &Client,
        name: &str,
        password: &str,
    ) -> SessionTokens {
        let waiting = start(client, name, password).await;
        let code = by_mail(&self.code_for(name).await);
        let done = client.show_second_factor(waiting.id, &code).await.unwrap();
        let NextStep::Session { tokens } = done.next else {
            panic!("the code leads to a session");
        };
        tokens
    }

    /// Begins a session with password and the code from the mailbox.
    pub(crate) async fn sign_in_by_mail(&self, person: &Person) -> Session {
        let client = self.client();
        let tokens = self.tokens_by_mail(&client, &person.name, PASSWORD).await;
        Session::start(client, tokens, TokenSink::none()).await
    }
}

/// A code from the mailbox.
pub(crate) fn by_mail(code: &str) -> ShowSecondFactor {
    ShowSecondFactor {
        method: FactorMethod::MailedCode,
        code: code.to_owned(),
    }
}

/// The code of a sign-in in a mail, as it stands there.
pub(crate) fn code_in(mail: &str) -> Option<String> {
    let mut lines = mail.lines().map(str::trim_end);
    lines.find(|line| is_code(line)).map(str::to_owned)
}

fn is_code(line: &str) -> bool {
    let parts = line.split_once(' ');
    parts.is_some_and(|(first, second)| {
        [first, second]
            .iter()
            .all(|part| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit()))
    })
}
