//! Measures what the window costs: when its first frame was presented, and what it uses when nobody touches it.
//!
//! [`Measure`] counts and tells what to print; printing and closing are left to the caller, so that the
//! program and `examples/bare_window.rs` are measured by the same code. The clock is injected, and the
//! kernel is asked through `/proc`: elsewhere than on Linux those figures are `null`.
//!
//! Measuring must not keep the window busy: it asks for one wake-up, when the time is over. A window that
//! just appeared is not idle yet: the display tells it of its focus and of the pointer, and the barest
//! window draws five frames for that. So the idle time begins at the last frame of the first second.

use std::time::Duration;

use eframe::egui;

/// Longest stay: a clock cannot count to any number of seconds.
const LONGEST: Duration = Duration::from_hours(24);

/// Milliseconds after the first line in which the display still talks to a window that just appeared.
const SETTLE_MILLIS: u64 = 1_000;

/// Milliseconds in one tick of `/proc/self/stat`: Linux reports 100 ticks a second to every program.
const TICK_MILLIS: u64 = 10;

/// What the caller does now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The line to print, JSON.
    pub line: String,
    /// Whether the window closes now.
    pub close: bool,
}

/// Follows a window from its first frame to the end of the measure.
#[derive(Debug)]
pub struct Measure {
    stay: Option<Duration>,
    clock: fn() -> u64,
    stage: Stage,
}

/// How far the measure went.
#[derive(Debug)]
enum Stage {
    /// No frame began.
    Opening,
    /// The first frame is under way.
    Painting,
    /// The first line is out; frames begin the idle time anew, or are counted.
    Idle(Idle),
    /// Everything was said.
    Over,
}

/// What is known since the first line; all moments in milliseconds.
#[derive(Debug)]
struct Idle {
    /// When the idle time began.
    since: u64,
    /// Until when a frame begins it anew.
    settled: u64,
    /// When the measure ends.
    until: u64,
    frames: u64,
    cpu: Option<u64>,
}

impl Measure {
    /// Waits for the first frame; with `seconds`, stays that long after it.
    ///
    /// `clock` gives milliseconds since the program started. Seconds that are no span of time (negative,
    /// not a number) count as none; a day is the most.
    pub fn new(seconds: Option<f64>, clock: fn() -> u64) -> Self {
        Self {
            stay: seconds.map(|s| {
                Duration::try_from_secs_f64(s)
                    .unwrap_or_default()
                    .min(LONGEST)
            }),
            clock,
            stage: Stage::Opening,
        }
    }

    /// Notes that a pass begins, and tells what to print, if anything; call it first in `App::ui`.
    ///
    /// A second pass of the same frame (egui lays out twice at times) is not a frame. The first frame was
    /// presented when the second begins. The frame that ends the measure is its own doing and is not counted.
    /// `renderer` is the name to print.
    pub fn frame(&mut self, ctx: &egui::Context, renderer: &str) -> Option<Step> {
        if ctx.current_pass_index() > 0 {
            return None;
        }
        let now = (self.clock)();
        match &mut self.stage {
            Stage::Opening => {
                // Not zero: an immediate request repaints twice, and the second would count as idle.
                ctx.request_repaint_after(Duration::from_millis(1));
                self.stage = Stage::Painting;
                None
            }
            Stage::Painting => {
                let close = self.stay.is_none();
                self.stage = match self.stay {
                    None => Stage::Over,
                    Some(stay) => {
                        ctx.request_repaint_after(stay);
                        let stay = u64::try_from(stay.as_millis()).unwrap_or(u64::MAX);
                        Stage::Idle(Idle {
                            since: now,
                            settled: now.saturating_add(SETTLE_MILLIS),
                            until: now.saturating_add(stay),
                            frames: 0,
                            cpu: cpu_millis(),
                        })
                    }
                };
                let line = format!("{{\"renderer\":\"{renderer}\",\"first_frame_millis\":{now}}}");
                Some(Step { line, close })
            }
            Stage::Idle(idle) if now < idle.until => {
                if now < idle.settled {
                    idle.since = now;
                    idle.cpu = cpu_millis();
                } else {
                    idle.frames += 1;
                }
                // A frame forgets the wake-up asked for before it: ask for the same moment again.
                ctx.request_repaint_after(Duration::from_millis(idle.until - now));
                None
            }
            Stage::Idle(idle) => {
                let line = idle.line(now, cpu_millis(), rss_kib());
                self.stage = Stage::Over;
                Some(Step { line, close: true })
            }
            Stage::Over => None,
        }
    }
}

impl Idle {
    /// Says what was used; `seconds` is how long the idle time really was.
    fn line(&self, now: u64, cpu: Option<u64>, rss: Option<u64>) -> String {
        let spent = now.saturating_sub(self.since);
        let used = cpu
            .zip(self.cpu)
            .map(|(end, start)| end.saturating_sub(start));
        format!(
            "{{\"seconds\":{}.{:03},\"frames\":{},\"cpu_millis\":{},\"rss_kib\":{}}}",
            spent / 1000,
            spent % 1000,
            self.frames,
            or_null(used),
            or_null(rss)
        )
    }
}

/// Writes a figure, or the `null` of JSON.
fn or_null(figure: Option<u64>) -> String {
    figure.map_or_else(|| "null".to_owned(), |f| f.to_string())
}

/// Reads the processor time that all threads of this program used so far.
fn cpu_millis() -> Option<u64> {
    cpu_millis_in(&proc_file("/proc/self/stat")?)
}

/// Reads the memory that this program holds now.
fn rss_kib() -> Option<u64> {
    rss_kib_in(&proc_file("/proc/self/status")?)
}

fn proc_file(path: &str) -> Option<String> {
    // The program's name stands in there and may be any bytes.
    std::fs::read(path)
        .ok()
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// Finds user and system time; the name before them stands in parentheses and may hold spaces and more of them.
fn cpu_millis_in(stat: &str) -> Option<u64> {
    let (_, fields) = stat.rsplit_once(')')?;
    let mut ticks = fields
        .split_ascii_whitespace()
        .skip(11)
        .map(|field| field.parse::<u64>().ok());
    let total = ticks.next()??.checked_add(ticks.next()??)?;
    total.checked_mul(TICK_MILLIS)
}

/// Finds the resident set; the kernel writes it in `kB` of 1024 bytes.
fn rss_kib_in(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    thread_local! {
        static NOW: Cell<u64> = const { Cell::new(0) };
    }

    fn clock() -> u64 {
        NOW.get()
    }

    /// Runs one frame at a moment; gives the step, and the delay until the wake-up asked for.
    fn frame(measure: &mut Measure, ctx: &egui::Context, now: u64) -> (Option<Step>, Duration) {
        NOW.set(now);
        let mut steps = Vec::new();
        let output = ctx.run_ui(egui::RawInput::default(), |ui| {
            steps.extend(measure.frame(ui.ctx(), "glow"));
        });
        let delay = output.viewport_output[&egui::ViewportId::ROOT].repaint_delay;
        output.drop_without_applying_deltas();
        assert!(steps.len() < 2, "{steps:?}");
        (steps.pop(), delay)
    }

    /// Runs the frames that egui itself asks for when it starts, so that only ours are left.
    fn settled() -> egui::Context {
        let ctx = egui::Context::default();
        for _ in 0..4 {
            ctx.run_ui(egui::RawInput::default(), |_| ())
                .drop_without_applying_deltas();
        }
        ctx
    }

    #[test]
    fn without_a_stay_it_closes_when_the_second_frame_begins() {
        let ctx = settled();
        let mut measure = Measure::new(None, clock);
        let (step, delay) = frame(&mut measure, &ctx, 90);
        assert_eq!(
            (step, delay),
            (None, Duration::from_millis(1)),
            "the second frame must come by itself"
        );
        let (step, _) = frame(&mut measure, &ctx, 130);
        assert_eq!(
            step,
            Some(Step {
                line: r#"{"renderer":"glow","first_frame_millis":130}"#.to_owned(),
                close: true,
            })
        );
        assert_eq!(frame(&mut measure, &ctx, 140).0, None);
    }

    #[test]
    fn counts_the_frames_between_the_first_second_and_the_end() {
        let ctx = settled();
        let mut measure = Measure::new(Some(20.0), clock);
        frame(&mut measure, &ctx, 90);
        let (step, delay) = frame(&mut measure, &ctx, 130);
        assert!(!step.unwrap().close);
        assert_eq!(delay, Duration::from_secs(20), "one wake-up, at the end");
        for now in [150, 330, 1_130, 5_130, 20_129] {
            let (step, delay) = frame(&mut measure, &ctx, now);
            assert_eq!(step, None);
            assert_eq!(delay, Duration::from_millis(20_130 - now), "the same end");
        }
        let (step, delay) = frame(&mut measure, &ctx, 20_135);
        let step = step.unwrap();
        assert!(step.close);
        assert!(
            step.line.starts_with(r#"{"seconds":19.805,"frames":3,"#),
            "{}",
            step.line
        );
        assert_eq!(delay, Duration::MAX, "nothing more is asked for");
        assert_eq!(frame(&mut measure, &ctx, 20_140).0, None);
    }

    #[test]
    fn a_second_pass_of_the_same_frame_is_no_frame() {
        let ctx = settled();
        let mut measure = Measure::new(None, clock);
        NOW.set(90);
        let mut passes = 0;
        ctx.run_ui(egui::RawInput::default(), |ui| {
            assert_eq!(measure.frame(ui.ctx(), "wgpu"), None);
            passes += 1;
            if passes == 1 {
                ui.ctx().request_discard("a test");
            }
        })
        .drop_without_applying_deltas();
        assert_eq!(passes, 2);
        assert!(frame(&mut measure, &ctx, 130).0.is_some());
    }

    #[test]
    fn a_strange_stay_is_none_or_a_day() {
        for seconds in [-1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(
                Measure::new(Some(seconds), clock).stay,
                Some(Duration::ZERO)
            );
        }
        assert_eq!(Measure::new(Some(1e9), clock).stay, Some(LONGEST));
    }

    #[test]
    fn what_the_kernel_does_not_tell_is_null() {
        let mut idle = Idle {
            since: 100,
            settled: 100,
            until: 1_100,
            frames: 1,
            cpu: Some(40),
        };
        assert_eq!(
            idle.line(1_103, Some(70), Some(9_000)),
            r#"{"seconds":1.003,"frames":1,"cpu_millis":30,"rss_kib":9000}"#
        );
        idle.cpu = None;
        assert_eq!(
            idle.line(1_103, Some(70), None),
            r#"{"seconds":1.003,"frames":1,"cpu_millis":null,"rss_kib":null}"#
        );
    }

    #[test]
    fn reads_what_the_kernel_writes() {
        let stat = "7 (a (b) c d) S 1 7 7 0 -1 4194304 500 0 3 0 12 5 99 98 20 0 9 0 1234";
        assert_eq!(cpu_millis_in(stat), Some(170));
        assert_eq!(
            rss_kib_in("Name:\tx\nVmHWM:\t  90 kB\nVmRSS:\t   81 kB\nThreads:\t9\n"),
            Some(81)
        );
        for broken in ["", "7 (a) S 1", "7 (a) S 1 2 3 4 5 6 7 8 9 10 x y"] {
            assert_eq!(cpu_millis_in(broken), None, "{broken}");
            assert_eq!(rss_kib_in(broken), None, "{broken}");
        }
        if cfg!(target_os = "linux") {
            assert!(cpu_millis().is_some());
            assert!(rss_kib().is_some_and(|kib| kib > 100));
        }
    }
}
