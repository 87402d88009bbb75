//! Codes and names of rules are never reused: `codes.txt` lists all that ever were, retired ones included.

use std::collections::BTreeMap;

use liandong::rules;

const CODES: &str = include_str!("codes.txt");

/// What is wrong with a list beside the rules that there are, as code and name.
fn faults(list: &str, rules: &[(&str, &str)]) -> Vec<String> {
    let mut faults = Vec::new();
    let (mut by_code, mut by_name) = (BTreeMap::new(), BTreeMap::new());
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (code, name, retired) = match words[..] {
            [code, name] => (code, name, false),
            [code, name, "retired"] => (code, name, true),
            _ => {
                faults.push(format!("\"{line}\" is neither CODE NAME nor CODE NAME retired"));
                continue;
            }
        };
        if by_code.insert(code, (name, retired)).is_some() || by_name.insert(name, code).is_some() {
            faults.push(format!("{code} or {name} stands there twice"));
        }
        if !retired && !rules.contains(&(code, name)) {
            faults.push(format!("{code} {name} is no rule: a rule that goes stays in the list as retired"));
        }
    }
    for (code, name) in rules {
        match (by_code.get(code), by_name.get(name)) {
            (None, None) => faults.push(format!("{code} {name} is new: add its line")),
            (Some((listed, false)), Some(_)) if listed == name => {}
            _ => faults.push(format!("{code} or {name} was another rule's: take the next free ones")),
        }
    }
    faults
}

#[test]
fn a_code_belongs_to_one_rule_for_ever() {
    let rules: Vec<_> = rules::all().map(|rule| (rule.code, rule.name)).collect();
    assert_eq!(faults(CODES, &rules), Vec::<String>::new());
}

#[test]
fn a_retired_code_or_name_is_not_given_again() {
    let list = "X01 first\nX02 second retired\n";
    assert_eq!(faults(list, &[("X01", "first")]), Vec::<String>::new());
    for (code, name) in [("X02", "third"), ("X03", "second"), ("X02", "second"), ("X01", "third"), ("X03", "third")] {
        assert_eq!(faults(list, &[("X01", "first"), (code, name)]).len(), 1, "{code} {name}");
    }
    assert_eq!(faults(list, &[]).len(), 1, "a rule that went is not forgotten");
}
