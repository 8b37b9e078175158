//! Every phrase of a list in a text, by daachorse: the longest at the leftmost place.
//!
//!     bench_daachorse PHRASES TEXT ROUNDS
//!
//! One phrase a line, each once. Prints a round's CPU time of the thread in nanoseconds, a line each; then how many
//! were found, and the bytes that the automaton holds.

use daachorse::{DoubleArrayAhoCorasick, DoubleArrayAhoCorasickBuilder, MatchKind};

#[repr(C)]
struct Timespec {
    seconds: i64,
    nanoseconds: i64,
}

extern "C" {
    fn clock_gettime(clock: i32, at: *mut Timespec) -> i32;
}

fn now() -> i64 {
    const THREAD_CPUTIME: i32 = 3;
    let mut at = Timespec { seconds: 0, nanoseconds: 0 };
    unsafe { clock_gettime(THREAD_CPUTIME, &mut at) };
    at.seconds * 1_000_000_000 + at.nanoseconds
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let phrases = std::fs::read_to_string(&arguments[1]).expect("phrases");
    let text = std::fs::read(&arguments[2]).expect("text");
    let rounds: usize = arguments[3].parse().expect("rounds");
    let automaton: DoubleArrayAhoCorasick<u32> = DoubleArrayAhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .build(phrases.lines())
        .expect("an automaton");
    let mut found = automaton.leftmost_find_iter(&text).count();
    for _ in 0..rounds {
        let began = now();
        found = automaton.leftmost_find_iter(&text).count();
        println!("{}", now() - began);
    }
    println!("{found}\n{}", automaton.heap_bytes());
}
