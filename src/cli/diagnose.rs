//! `reflexe diagnose`: a kit's weak spots, in sentences or as JSON.

use std::path::Path;

use serde_json::{Value, json};

use super::args::DiagnoseOptions;
use super::{Failure, load_usable, progress};
use crate::domain::ids::PersonaId;
use crate::domain::kit::{Condition, Kit, Level};
use crate::domain::study::diagnose::{
    self, Diagnosis, Estimate, MOST_STRANGERS, Method, Observed, Options,
};
use crate::domain::vocab::Channel;

/// Runs the command.
///
/// # Errors
/// Unusable kits, a channel the kit does not serve.
pub fn run(options: &DiagnoseOptions, kit: Option<&Path>, today: &str) -> Result<(), Failure> {
    let kit = load_usable(options.kit.as_deref().or(kit), today)?;
    if options.samples == 0 {
        return Err(Failure::Usage(
            "--samples attend au moins 1 échange simulé (2000 d’ordinaire).".to_owned(),
        ));
    }
    let channels: Vec<Channel> = match &options.channel {
        None => kit.channels.clone(),
        Some(key) => Channel::from_key(key)
            .filter(|c| kit.channels.contains(c))
            .map(|c| vec![c])
            .ok_or_else(|| Failure::Usage(format!("Ce kit ne sert pas le canal {key}.")))?,
    };
    let settings = Options {
        seed: options.seed,
        samples: options.samples,
    };
    let mut all = Vec::new();
    for channel in channels {
        let diagnosis = diagnose::run(&kit, channel, &settings, &mut progress())
            .map_err(|e| Failure::Found(e.to_string()))?;
        if options.json {
            all.push(to_json(&diagnosis, options.seed));
        } else {
            print(&kit, &diagnosis);
        }
    }
    if options.json {
        say!("{}", Value::Array(all));
    }
    Ok(())
}

fn level_name(level: Level) -> String {
    match level {
        Level::VeryRare => "très rare".to_owned(),
        Level::Rare => "rare".to_owned(),
        Level::Possible => "possible".to_owned(),
        Level::Frequent => "fréquent".to_owned(),
        Level::Typical => "typique".to_owned(),
        Level::P(p) => format!("P({p:.3})"),
    }
}

/// Writes a diagnosis as the documented JSON object.
pub fn to_json(diagnosis: &Diagnosis, seed: u64) -> Value {
    let names: Vec<&str> = diagnosis.profiles.iter().map(PersonaId::as_str).collect();
    let estimate = |e: &Estimate| json!({"value": e.value, "error": e.error});
    let observed = |o: &Observed| match o {
        Observed::Cue(id) => json!({"cue": id.as_str()}),
        Observed::Question(id) => json!({"question": id.as_str()}),
    };
    let method = match diagnosis.method {
        Method::Exact => json!({"exact": true}),
        Method::MonteCarlo(samples) => {
            json!({"exact": false, "samples_per_persona": samples, "seed": seed,
                "largest_error": (0.25 / samples.max(1) as f64).sqrt()})
        }
    };
    json!({
        "channel": diagnosis.channel.key(),
        "method": method,
        "profiles": names,
        "full_evidence": {"columns": "none, then profiles", "confusion": diagnosis.full},
        "adaptive": {
            "rows": "none, then profiles", "columns": "none, then profiles, then undecided",
            "confusion": diagnosis.adaptive.confusion,
            "questions": diagnosis.adaptive.questions,
            "questions_mean": diagnosis.adaptive.questions_mean,
        },
        "indistinguishable": diagnosis.indistinct.iter().map(|pair| json!({
            "one": pair.one.as_str(), "other": pair.other.as_str(), "overlap": pair.overlap,
            "best": pair.best.as_ref().map(observed),
        })).collect::<Vec<_>>(),
        "dead": diagnosis.dead.iter().map(observed).collect::<Vec<_>>(),
        "redundant": diagnosis.redundant.iter()
            .map(|(a, b)| json!([observed(a), observed(b)])).collect::<Vec<_>>(),
        "unreachable": diagnosis.unreachable.iter().map(PersonaId::as_str).collect::<Vec<_>>(),
        "always_winning": diagnosis.always_winning.iter().map(PersonaId::as_str).collect::<Vec<_>>(),
        "shadowed": diagnosis.shadowed.iter()
            .map(|(one, by)| json!({"persona": one.as_str(), "by": by.as_str()})).collect::<Vec<_>>(),
        "fragile": diagnosis.fragile.iter().map(|f| json!({
            "case": f.case, "persona": f.persona.as_str(), "item": observed(&f.item),
            "answer": f.answer.as_ref().map(crate::domain::ids::AnswerId::as_str),
            "from": level_name(f.from), "to": level_name(f.to), "top": f.top.as_str(),
        })).collect::<Vec<_>>(),
        "strangers": {
            "identified": estimate(&diagnosis.strangers.identified),
            "bearable": MOST_STRANGERS,
            "none_prior_advised": diagnosis.strangers.none_prior,
            "left_out_ending_none": names.iter().zip(&diagnosis.strangers.left_out)
                .map(|(name, e)| json!({"persona": name, "value": e.value, "error": e.error}))
                .collect::<Vec<_>>(),
        },
    })
}

fn waits_for(condition: &Condition, item: &Observed) -> bool {
    match (condition, item) {
        (Condition::Cue(id) | Condition::NotCue(id), Observed::Cue(other)) => id == other,
        (Condition::Answer(id, _), Observed::Question(other)) => id == other,
        (Condition::Any(all) | Condition::All(all), _) => all.iter().any(|c| waits_for(c, item)),
        (Condition::Not(inner), _) => waits_for(inner, item),
        _ => false,
    }
}

fn percent(x: f64) -> String {
    format!("{:.0}\u{a0}%", 100.0 * x)
}

struct Names<'k>(&'k Kit);

impl Names<'_> {
    fn persona(&self, id: &PersonaId) -> String {
        self.0
            .persona(id.as_str())
            .map_or_else(|| id.to_string(), |p| p.name.clone())
    }

    fn code(&self, id: &PersonaId) -> String {
        self.0
            .persona(id.as_str())
            .map_or_else(|| id.to_string(), |p| p.code.clone())
    }

    /// Says whether a rule waits for it, or a situation says something of it.
    fn serves(&self, item: &Observed) -> bool {
        let by_situation = self.0.situations().any(|s| match item {
            Observed::Cue(id) => s.cues.iter().any(|(cue, _)| cue == id),
            Observed::Question(id) => s.answers.iter().any(|(question, _)| question == id),
        });
        by_situation || self.0.rules.iter().any(|rule| waits_for(&rule.when, item))
    }

    fn item(&self, item: &Observed) -> String {
        let (code, text) = match item {
            Observed::Cue(id) => self
                .0
                .cue(id.as_str())
                .map_or(("", ""), |c| (c.code.as_str(), c.short.as_str())),
            Observed::Question(id) => self
                .0
                .question(id.as_str())
                .map_or(("", ""), |q| (q.code.as_str(), q.ask.as_str())),
        };
        format!("{code} «\u{202f}{text}\u{202f}»")
    }
}

/// Gathers redundant pairs into sets in which every two are a pair.
fn together(pairs: &[(Observed, Observed)]) -> Vec<Vec<&Observed>> {
    let is_pair = |a: &Observed, b: &Observed| {
        pairs
            .iter()
            .any(|(x, y)| (x == a && y == b) || (x == b && y == a))
    };
    let mut sets: Vec<Vec<&Observed>> = Vec::new();
    for (a, b) in pairs {
        if sets.iter().any(|set| set.contains(&a) && set.contains(&b)) {
            continue;
        }
        match sets
            .iter_mut()
            .find(|set| set.contains(&a) && set.iter().all(|other| is_pair(other, b)))
        {
            Some(set) => set.push(b),
            None => sets.push(vec![a, b]),
        }
    }
    sets
}

fn print(kit: &Kit, diagnosis: &Diagnosis) {
    let names = Names(kit);
    let how = match diagnosis.method {
        Method::Exact => "calcul exact".to_owned(),
        Method::MonteCarlo(samples) => format!(
            "{samples} échanges simulés par profil, à {:.1} point près",
            100.0 * (0.25 / samples.max(1) as f64).sqrt()
        ),
    };
    say!("{} ({how})", diagnosis.channel.label());
    let codes: Vec<String> = diagnosis.profiles.iter().map(|p| names.code(p)).collect();
    let mut columns = vec!["aucun".to_owned()];
    columns.extend(codes.iter().cloned());
    table("Tout noté", &codes, &columns, &diagnosis.full);
    let mut rows = vec!["aucun".to_owned()];
    rows.extend(codes.iter().cloned());
    columns.push("indécis".to_owned());
    table(
        "En demandant le plus utile d’abord",
        &rows,
        &columns,
        &diagnosis.adaptive.confusion,
    );
    let asked: Vec<String> = rows
        .iter()
        .zip(&diagnosis.adaptive.questions)
        .map(|(name, n)| format!("{name} {n:.1}"))
        .collect();
    say!(
        "Observations ou questions\u{a0}: {:.1} en moyenne ({}).",
        diagnosis.adaptive.questions_mean,
        asked.join(", ")
    );
    findings(&names, diagnosis);
    say!("");
}

fn table(title: &str, rows: &[String], columns: &[String], cells: &[Vec<f64>]) {
    say!("{title}");
    let head: Vec<String> = columns.iter().map(|c| format!("{c:>7}")).collect();
    say!("  {:<7}{}", "", head.concat());
    for (name, row) in rows.iter().zip(cells) {
        let line: Vec<String> = row.iter().map(|p| format!("{:>7}", percent(*p))).collect();
        say!("  {name:<7}{}", line.concat());
    }
}

fn findings(names: &Names<'_>, diagnosis: &Diagnosis) {
    for pair in &diagnosis.indistinct {
        let best = pair.best.as_ref().map_or_else(String::new, |item| {
            format!(" Les sépare le mieux\u{a0}: {}.", names.item(item))
        });
        say!(
            "Se confondent\u{a0}: {} et {} (recouvrement {}).{best}",
            names.persona(&pair.one),
            names.persona(&pair.other),
            percent(pair.overlap)
        );
    }
    for item in &diagnosis.dead {
        let use_of_it = if names.serves(item) {
            " (sert une règle ou une situation)"
        } else {
            ""
        };
        say!(
            "Ne départage aucun profil\u{a0}: {}{use_of_it}.",
            names.item(item)
        );
    }
    for alike in together(&diagnosis.redundant) {
        let list: Vec<String> = alike.iter().map(|item| names.item(item)).collect();
        say!("Disent presque la même chose\u{a0}: {}.", list.join(", "));
    }
    for persona in &diagnosis.unreachable {
        say!("Rarement reconnu\u{a0}: {}.", names.persona(persona));
    }
    for persona in &diagnosis.always_winning {
        say!("Gagne presque toujours\u{a0}: {}.", names.persona(persona));
    }
    for (one, by) in &diagnosis.shadowed {
        say!(
            "Reste dans l’ombre\u{a0}: {}, que {} recouvre.",
            names.persona(one),
            names.persona(by)
        );
    }
    for same_case in diagnosis.fragile.chunk_by(|a, b| a.case == b.case) {
        let Some(first) = same_case.first() else {
            continue;
        };
        let more = match same_case.len() {
            1 => String::new(),
            n => format!(" (et {} autres niveaux)", n - 1),
        };
        say!(
            "Fragile\u{a0}: cas «\u{202f}{}\u{202f}». Si {} passait de {} à {} pour {}, {} viendrait en tête{more}.",
            first.case,
            names.item(&first.item),
            level_name(first.from),
            level_name(first.to),
            names.persona(&first.persona),
            names.persona(&first.top)
        );
    }
    let strangers = &diagnosis.strangers;
    say!(
        "Échanges qu’aucun profil ne décrit\u{a0}: {} finissent reconnus à tort.",
        percent(strangers.identified.value)
    );
    if strangers.identified.value > MOST_STRANGERS {
        if let Some(p) = strangers.none_prior {
            say!(
                "  Avec none_prior\u{a0}: {p}, ce serait au plus {}.",
                percent(MOST_STRANGERS)
            );
        } else {
            say!(
                "  Aucune valeur de none_prior jusqu’à 0,30 n’y suffit\u{a0}: revoyez les niveaux."
            );
        }
    }
    let left_out: Vec<String> = diagnosis
        .profiles
        .iter()
        .zip(&strangers.left_out)
        .map(|(p, e)| format!("{} {}", names.code(p), percent(e.value)))
        .collect();
    say!(
        "Profil retiré du kit, fin en «\u{202f}aucune piste\u{202f}»\u{a0}: {}.",
        left_out.join(", ")
    );
}
