//! Calendar dates of a kit, without a clock.

/// A date as year, month, day.
pub(super) type Date = (u32, u32, u32);

/// Reads a `2026-11-23`, refusing days that do not exist.
pub(super) fn parse(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let dashes = bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-');
    let digits = bytes
        .iter()
        .enumerate()
        .all(|(at, byte)| at == 4 || at == 7 || byte.is_ascii_digit());
    if bytes.len() != 10 || !dashes || !digits {
        return None;
    }
    let year = text.get(0..4)?.parse().ok()?;
    let month = text.get(5..7)?.parse().ok()?;
    let day = text.get(8..10)?.parse().ok()?;
    (1..=days_in(year, month))
        .contains(&day)
        .then_some((year, month, day))
}

fn days_in(year: u32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 0,
    }
}

/// Says whether more than six months separate two dates.
pub(super) fn over_six_months(since: Date, today: Date) -> bool {
    let (year, month, day) = since;
    let limit = if month > 6 {
        (year + 1, month - 6, day)
    } else {
        (year, month + 6, day)
    };
    today > limit
}
