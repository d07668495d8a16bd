//! How others ask the runner, which alone owns the node.

use tokio::sync::{mpsc, oneshot};

use super::Runner;
use crate::api::Refusal;

/// Something to be done with the node.
pub(crate) type Question = Box<dyn FnOnce(&mut Runner) + Send>;

/// A way to the runner.
#[derive(Clone, Debug)]
pub(crate) struct Asker {
    questions: mpsc::Sender<Question>,
}

impl Asker {
    pub(crate) const fn new(questions: mpsc::Sender<Question>) -> Self {
        Self { questions }
    }

    /// Has it done between two inputs of the node, and waits for the answer.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        what: impl FnOnce(&mut Runner) -> T + Send + 'static,
    ) -> Result<T, Refusal> {
        let (tell, answer) = oneshot::channel();
        let question: Question = Box::new(move |runner| {
            // Whoever asked may have gone away.
            let _ = tell.send(what(runner));
        });
        self.questions.send(question).await.map_err(|_| Refusal::ending())?;
        answer.await.map_err(|_| Refusal::unanswered())
    }
}
