//! What is wrong in a trace: a rule for each thing that can be, and who should look at it.
//!
//! Rules about frames and calls look at each frame; those about callbacks at each callback when it has ended. A rule
//! says only what the trace shows; where it guesses, its words say so.

mod answers;
mod channels;
mod finding;
mod links;
mod recall;
mod request;
mod view;

#[cfg(test)]
mod tests;

pub(crate) use view::FindingsView;

use super::seen::Seen;
use super::story::{Callback, Story};
use finding::Finding;

/// The rules, with what they remember.
struct Findings {
    story: Story,
    links: links::Rules,
    channels: channels::Rules,
    answers: answers::Rules,
}

impl Findings {
    fn new() -> Self {
        Self {
            story: Story::default(),
            links: links::Rules::default(),
            channels: channels::Rules::default(),
            answers: answers::Rules::default(),
        }
    }

    /// Takes a frame, and gives what is found with it, with whether the filters choose it.
    fn take(&mut self, seen: &Seen<'_>) -> Vec<(bool, Finding)> {
        let mut found = self.links.take(seen, self.story.pending_on(seen.link));
        found.extend(self.channels.take(seen));
        found.extend(self.answers.take(seen));
        let mut found: Vec<(bool, Finding)> = found.into_iter().map(|it| (seen.chosen, it)).collect();
        for callback in self.story.take(seen) {
            found.extend(of_callback(&callback));
        }
        found
    }

    /// The end of the trace: what the callbacks show that have not ended.
    fn end(&mut self) -> Vec<(bool, Finding)> {
        self.story.rest().iter().flat_map(of_callback).collect()
    }
}

fn of_callback(callback: &Callback) -> Vec<(bool, Finding)> {
    let found = request::rules(callback).into_iter().chain(recall::rules(callback));
    found.map(|it| (callback.chosen, it)).collect()
}
