### The words of the app's screens, by screen. docs/messages.md has the rules.

