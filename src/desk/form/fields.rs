//! Fields and buttons that stand in many forms.

use maud::{Markup, html};

use super::asked::asked;
use super::machine::FormStep;
use super::posted::PostedForm;
use crate::desk::at_hand::Desk;
use crate::desk::named::ANSWER;
use crate::ops::{self, FormQuestion, Register, SaidWords};
use crate::text::Text;
use crate::tr;

/// Answers that go with a form without being seen in it.
pub(super) fn hidden(said: &SaidWords) -> Markup {
    html! {
        @for (key, words) in said {
            @for words in words { input type="hidden" name={ (ANSWER) (key) } value=(words); }
        }
    }
}

/// What goes with the answers, but for what the page asks itself.
pub(super) fn carried(posted: &PostedForm, asked: &[&str]) -> Markup {
    html! {
        @for (name, words) in posted.carried().into_iter().filter(|(name, _)| !asked.contains(name)) {
            input type="hidden" name=(name) value=(words);
        }
    }
}

/// The button of a step.
pub(super) fn button(desk: &Desk, step: FormStep, is_main: bool) -> Markup {
    let label = match step {
        FormStep::Continue => Text::fixed("继续（按所填更新各项）", "go on (asks anew by what is filled in)"),
        FormStep::Preview => Text::fixed("预览", "preview"),
        FormStep::Draft => Text::fixed("存为草稿", "keep as a draft"),
        FormStep::File => Text::fixed("登记", "file"),
    };
    html! { button.main[is_main] type="submit" name="do" value=(step.name()) { (desk.say(&label)) } }
}

/// A field of one line that is none of the questions.
pub(super) fn line(name: &str, label: &str, words: &str) -> Markup {
    html! {
        div.field {
            label for={ "f-" (name) } { (label) }
            input type="text" id={ "f-" (name) } name=(name) value=(words) autocomplete="off";
        }
    }
}

/// The unit that files, which is asked for where neither the computer nor the form says so.
pub(super) fn unit_field(desk: &Desk, register: &Register, unit: &str) -> Markup {
    let said = Some(unit.to_owned()).filter(|unit| !unit.is_empty()).or_else(|| desk.environment().unit);
    if register.acting(said.as_deref()).is_ok() {
        return html! { input type="hidden" name="as" value=(unit); };
    }
    let offered = ops::filing_units(register);
    let mut question = FormQuestion { said: said.into_iter().collect(), ..FormQuestion::new(ops::unit_question(), offered) };
    question.question.is_open = false;
    asked(desk, &question)
}

/// How long a form can be sat over, and what is kept of it should the desk end: a page without a script sends nothing while somebody types.
pub(super) fn stays_open(desk: &Desk, becomes_draft: bool) -> Markup {
    let hours = desk.stays().as_secs() / 3600;
    let told = if becomes_draft {
        tr!(
            "开着表单，工作台至少再开 {hours} 小时。它结束时，按过“预览”等按钮、还没有登记的会存为草稿；只填写、没有按过按钮的就没有了。";
            "With a form open the desk stays for {hours} hours. What was sent with a button (such as the preview) and not filed becomes a draft should it end; what was only typed is gone."
        )
    } else {
        tr!(
            "开着表单，工作台至少再开 {hours} 小时。它结束时，这里没有登记的就没有了。";
            "With a form open the desk stays for {hours} hours. What is not filed here is gone should it end."
        )
    };
    html! { p.help { (desk.say(&told)) } }
}
