//! Reading the lines of a batch file: `terminal; what; amount`, such as `17650101; credit; 12.50`.

use keyholder_domain::permission::Permission;

/// The most lines of a file: each asks two questions, and a batch of questions holds 1,000.
pub(super) const MAX_LINES: usize = 500;

/// A line as it was written, and what it means.
pub(super) struct Line {
    pub(super) text: String,
    pub(super) meaning: Result<Order, &'static str>,
}

/// What a line orders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Order {
    /// The number of the terminal.
    pub(super) terminal: String,
    /// What one must be allowed there, besides submitting batches.
    pub(super) permission: Permission,
}

/// The lines that hold something.
pub(super) fn read(text: &str) -> Vec<Line> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| Line {
            text: line.to_owned(),
            meaning: meaning(line),
        })
        .collect()
}

fn meaning(line: &str) -> Result<Order, &'static str> {
    let parts: Vec<_> = line.split(';').map(str::trim).collect();
    let [terminal, what, amount] = parts.as_slice() else {
        return Err("a line holds a terminal, an action and an amount, parted by semicolons");
    };
    let permission = match *what {
        "pay" => Permission::TransactionsMoto,
        "credit" => Permission::TransactionsCredit,
        _ => return Err("the action is neither “pay” nor “credit”"),
    };
    if !is_amount(amount) {
        return Err("the amount is not a number with two decimals, such as 12.50");
    }
    Ok(Order {
        terminal: (*terminal).to_owned(),
        permission,
    })
}

fn is_amount(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('.')
        .is_some_and(|(whole, cents)| digits(whole) && cents.len() == 2 && digits(cents))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_terminal_an_action_and_an_amount() {
        let lines = read("17650101; credit; 12.50\n\n17650101;pay;3.00");
        assert_eq!(lines.len(), 2);
        assert_eq!(
            lines[0].meaning,
            Ok(Order {
                terminal: "17650101".to_owned(),
                permission: Permission::TransactionsCredit
            })
        );
        for wrong in [
            "17650101;credit",
            "1;steal;1.00",
            "1;pay;1",
            "1;pay;-1.00",
            "1;pay;.50",
        ] {
            assert!(read(wrong)[0].meaning.is_err(), "{wrong}");
        }
    }
}
