use proptest::{collection::vec, prelude::*};

use super::*;

const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);
const MOMENT: Duration = Duration::from_micros(1);
const RIGHT: Answer = Answer::Number { right: true };
const WRONG: Answer = Answer::Number { right: false };

fn state(request: AuthRequest, now: Timestamp) -> AuthRequestState {
    request.state_at(now)
}

#[test]
fn words_lead_back_to_their_states_and_are_what_serde_writes() {
    for state in AuthRequestState::ALL {
        assert_eq!(AuthRequestState::from_code(state.code()), Some(state));
        assert_eq!(serde_json::to_value(state).unwrap(), state.code());
    }
    assert_eq!(AuthRequestState::from_code("pending"), None);
}

#[test]
fn threat_31_a_request_lapses_after_a_minute_to_the_moment() {
    let request = AuthRequest::raised(NOW);
    let over = NOW + LIFETIME;
    assert_eq!(state(request, NOW - MOMENT), AuthRequestState::Lapsed);
    assert_eq!(state(request, NOW), AuthRequestState::Open);
    assert_eq!(state(request, over - MOMENT), AuthRequestState::Open);
    assert_eq!(state(request, over), AuthRequestState::Lapsed);
    assert!(answer(request, RIGHT, over - MOMENT).is_ok());
    assert_eq!(answer(request, RIGHT, over), Err(AuthRequestState::Lapsed));
    assert_eq!(
        answer(request, Answer::NotMe, over),
        Err(AuthRequestState::Lapsed)
    );
}

#[test]
fn threat_31_an_approval_is_taken_for_a_minute_from_the_answer() {
    let at = NOW + Duration::from_secs(59);
    let approved = answer(AuthRequest::raised(NOW), RIGHT, at).unwrap();
    let over = at + APPROVAL_LIFETIME;
    assert_eq!(state(approved, at - MOMENT), AuthRequestState::Lapsed);
    assert_eq!(state(approved, over - MOMENT), AuthRequestState::Approved);
    assert_eq!(state(approved, over), AuthRequestState::Lapsed);
    assert_eq!(answer(approved, RIGHT, at), Err(AuthRequestState::Approved));
}

#[test]
fn threat_31_the_third_wrong_number_voids_a_request_for_good() {
    let mut request = AuthRequest::raised(NOW);
    for left in [2, 1] {
        request = answer(request, WRONG, NOW).unwrap();
        assert_eq!(
            (request.state, request.tries_left()),
            (AuthRequestState::Open, left)
        );
    }
    assert_eq!(
        answer(request, RIGHT, NOW).unwrap().state,
        AuthRequestState::Approved
    );
    let void = answer(request, WRONG, NOW).unwrap();
    assert_eq!((void.state, void.tries_left()), (AuthRequestState::Void, 0));
    assert_eq!(answer(void, RIGHT, NOW), Err(AuthRequestState::Void));
}

#[test]
fn threat_31_not_me_ends_a_request_and_keeps_further_ones_away() {
    let at = NOW + Duration::from_secs(30);
    let refused = answer(AuthRequest::raised(NOW), Answer::NotMe, at).unwrap();
    assert_eq!(answer(refused, RIGHT, at), Err(AuthRequestState::Refused));
    let until = at + WINDOW;
    assert_eq!(raising(&[refused], until - MOMENT), Raising::Wait { until });
    assert_eq!(raising(&[refused], until), Raising::Now);
}

#[test]
fn threat_31_three_requests_in_ten_minutes_and_approved_ones_do_not_count() {
    let minute = Duration::from_mins(1);
    let mut before: Vec<_> = (0..3)
        .map(|n| AuthRequest::raised(NOW + minute * n))
        .collect();
    let now = NOW + minute * 3;
    assert_eq!(raising(&before[..2], now), Raising::Now);
    let until = NOW + WINDOW;
    assert_eq!(raising(&before, now), Raising::Wait { until });
    before.reverse();
    assert_eq!(
        raising(&before, now),
        Raising::Wait { until },
        "in any order"
    );
    assert_eq!(raising(&before, until), Raising::Now);
    before[0] = answer(before[0], RIGHT, now - MOMENT).unwrap();
    assert_eq!(raising(&before, now), Raising::Now);
}

#[test]
fn a_device_answers_what_another_has_raised_once_it_is_enrolled() {
    for (enrolled, raised_it, asked) in [
        (true, false, true),
        (true, true, false),
        (false, false, false),
        (false, true, false),
    ] {
        assert_eq!(is_asked(enrolled, raised_it), asked);
    }
    assert!(!may_enrol(Held::default()));
    let mailed = Held {
        mailed_codes: true,
        ..Held::default()
    };
    assert!(!may_enrol(mailed), "a mailbox is no way back that counts");
    let app = Held {
        authenticators: 1,
        ..Held::default()
    };
    assert!(may_enrol(app));
}

#[derive(Clone, Copy, Debug)]
enum Move {
    Raise,
    Answer { which: usize, answer: Answer },
    Wait(u64),
}

fn moves() -> impl Strategy<Value = Move> {
    let given = prop_oneof![
        2 => Just(WRONG),
        1 => Just(RIGHT),
        1 => Just(Answer::NotMe)
    ];
    prop_oneof![
        3 => Just(Move::Raise),
        3 => (0..4_usize, given).prop_map(|(which, answer)| Move::Answer { which, answer }),
        2 => (0..200_u64).prop_map(Move::Wait),
    ]
}

/// What the service keeps of a person, and what truly happened.
struct Desk {
    now: Timestamp,
    requests: Vec<AuthRequest>,
    /// When each was raised, and how many numbers were typed in vain.
    diary: Vec<(Timestamp, u32)>,
}

impl Desk {
    fn new() -> Self {
        Self {
            now: NOW,
            requests: Vec::new(),
            diary: Vec::new(),
        }
    }

    fn raise(&mut self) -> bool {
        if raising(&self.requests, self.now) != Raising::Now {
            return false;
        }
        for request in &mut self.requests {
            if request.state == AuthRequestState::Open {
                request.state = AuthRequestState::Superseded;
            }
        }
        self.requests.push(AuthRequest::raised(self.now));
        self.diary.push((self.now, 0));
        true
    }

    fn answer(&mut self, which: usize, given: Answer) {
        let Some(index) = self.requests.len().checked_sub(which + 1) else {
            return;
        };
        let Ok(after) = answer(self.requests[index], given, self.now) else {
            return;
        };
        let (raised_at, wrong) = &mut self.diary[index];
        assert_eq!(which, 0, "the newest alone");
        assert!(self.now < *raised_at + LIFETIME, "within the minute");
        assert!(*wrong < MAX_WRONG_NUMBERS, "too many wrong numbers");
        if given == WRONG {
            *wrong += 1;
        }
        assert_eq!(after.state == AuthRequestState::Approved, given == RIGHT);
        self.requests[index] = after;
    }

    fn check(&self) {
        let open = |request: &&AuthRequest| request.state_at(self.now) == AuthRequestState::Open;
        assert!(
            self.requests.iter().filter(open).count() <= 1,
            "one at a time"
        );
        let unapproved: Vec<_> = self
            .requests
            .iter()
            .filter(|request| request.state != AuthRequestState::Approved)
            .map(|request| request.raised_at)
            .collect();
        for four in unapproved.windows(MAX_IN_WINDOW + 1) {
            assert!(four[MAX_IN_WINDOW] >= four[0] + WINDOW, "too many prompts");
        }
    }
}

proptest! {
    #[test]
    fn threat_31_no_order_of_requests_answers_and_waits_gets_past_the_limits(
        walk in vec(moves(), 1..80)
    ) {
        let mut desk = Desk::new();
        for each in walk {
            match each {
                Move::Raise => drop(desk.raise()),
                Move::Answer { which, answer } => desk.answer(which, answer),
                Move::Wait(seconds) => desk.now = desk.now + Duration::from_secs(seconds),
            }
            desk.check();
        }
    }
}

#[test]
fn threat_31_fifty_requests_in_a_row_are_three_prompts() {
    let mut desk = Desk::new();
    let mut prompts = 0;
    for _ in 0..50 {
        prompts += usize::from(desk.raise());
        desk.now = desk.now + Duration::from_secs(1);
    }
    assert_eq!(prompts, MAX_IN_WINDOW);
}
