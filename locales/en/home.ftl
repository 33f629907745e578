## Home

screen-home = Home
home-hello = Hello { $name }
home-lead = What needs you at { $customer }, and what has been going on.
home-attention = Who needs attention
home-attention-none = Nobody is locked, waiting or expired.
home-attention-count = { $count ->
    [one] { $shown } user
   *[other] { $shown } users
}
home-invite = Invite someone
home-invite-why = Give a colleague their own sign-in. You choose what they may do.
home-updated = Counted { $at }
home-failed = The figures could not be loaded
chart-statuses = Users by status
chart-statuses-why = Everyone who is not in the bin.
chart-sign-ins = Sign-ins of the last 30 days
chart-sign-ins-sum = { $signedIn } sign-ins, { $failed } refused
chart-signed-in = Signed in
chart-failed = Refused
chart-day = Day
chart-count = Number
chart-status = Status
chart-invitations = Invitations waiting
chart-invitations-none = No invitation is waiting.
chart-age = Waiting for
chart-age-not_invited = Not invited yet
chart-age-under_one_day = Less than a day
chart-age-under_two_days = One to two days
chart-age-under_a_week = Two days to a week
chart-age-under_a_month = A week to 30 days
chart-age-older = More than 30 days
