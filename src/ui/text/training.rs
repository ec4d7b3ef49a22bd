//! The sentences of training.
//!
//! It must never hold a sentence of its own.

use super::{catalogue, language};
use crate::app::training::Task;

texts! {
    plain {
        training_mark,
        training_mark_short,
        training_header,
        training_page,
        training_leave,
        training_contact_detail,
        training_contact_go,
        training_home,
        training_home_detail,
        training_back,
        training_task_simulations,
        training_task_simulations_detail,
    }
    with {
    }
}

/// What one comes to practise, and what it is for.
pub fn training_task(task: Task) -> (&'static str, &'static str) {
    match task {
        Task::Simulations => (
            training_task_simulations(),
            training_task_simulations_detail(),
        ),
        Task::Cards => (super::fiches_task(), super::fiches_task_detail()),
    }
}
