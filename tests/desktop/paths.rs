//! Where on a page something is that a person finds by the words they read, as an `XPath`.

/// Stands for what may read anyhow, within a text that is looked for.
pub(crate) const OPEN: &str = "\u{2026}\u{2026}";

/// The path of what reads like this, or has it as a part of its text.
pub(super) fn containing(text: &str) -> String {
    format!("//body//*[text()[{}]]", reading(text))
}

/// The condition that something reads like this, whatever stands in the place of [`OPEN`].
pub(super) fn reading(text: &str) -> String {
    let parts: Vec<_> = text
        .split(OPEN)
        .map(|part| format!("contains(normalize-space(.), {})", quoted(part.trim())))
        .collect();
    parts.join(" and ")
}

/// The path of what can be pressed under a name.
pub(super) fn button(name: &str) -> String {
    format!(
        "//*[self::button or self::a or @role = 'button' or starts-with(@role, 'menuitem') \
             or @role = 'option' or @role = 'tab'][not(@disabled)]\
           [normalize-space(.) = {0} or @aria-label = {0} \
             or .//text()[normalize-space(.) = {0}]]",
        quoted(name)
    )
}

/// The path of the tab with this name.
pub(super) fn tab(name: &str) -> String {
    format!("//*[@role = 'tab'][normalize-space(.) = {}]", quoted(name))
}

/// A string of `XPath`, which knows no escapes.
pub(super) fn quoted(text: &str) -> String {
    assert!(
        !text.contains('"'),
        "no double quotes in the words of a test"
    );
    format!("\"{text}\"")
}

/// The path of the field with this label; in one of several rows, of which the first is 1.
pub(super) fn field(label: &str, row: usize) -> String {
    // Behind a dialog there may be fields of the same name: whoever looks takes one that is seen.
    let which = if row == 1 {
        String::new()
    } else {
        format!("[{row}]")
    };
    format!(
        "(//*[@id = //label[normalize-space(.) = {0}]/@for] | //input[@aria-label = {0}]){which}",
        quoted(label)
    )
}

/// The path of the row of a table in which this stands.
pub(super) fn row(text: &str) -> String {
    format!(
        "//*[@role = 'row'][.//text()[contains(normalize-space(.), {})]]",
        quoted(text)
    )
}

/// The path of what can be pressed under a name in the row, the entry or the article in which a text stands by itself.
pub(super) fn beside(text: &str, name: &str) -> String {
    format!(
        "//*[self::article or self::li or @role = 'row'][.//text()[normalize-space(.) = {}]]{}",
        quoted(text),
        button(name)
    )
}
