package org.anamnesis.signals.eeg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anamnesis.code.StudyKind;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;
import org.anamnesis.study.Study;

/** Settles what one patient's EEG shows: what was asked, else the record's, else what is drawn. */
final class EegPlan {
    private EegPlan() {}

    static Study of(Person person, AskedStudy asked, long key) {
        var draws = Draws.of(key, "plan");
        var findings = new ArrayList<Finding>();
        asked.findings().forEach(f -> findings.add(f));
        boolean abnormal = signs(findings).stream().anyMatch(Sign::abnormal);
        boolean normal = signs(findings).contains(Sign.NORMAL_EEG);
        boolean coma = signs(findings).contains(Sign.BURST_SUPPRESSION);
        Double alpha = asked.measurements().get("alpha_hz");
        if (alpha != null && Ages.slow(alpha, person.age()) && !abnormal && !normal) {
            // a rhythm that slow is what the finding is called by
            findings.add(new Finding(Sign.GENERALIZED_SLOWING.id(), Map.of("severity", "mild")));
            abnormal = true;
        }
        var settings = settings(asked, findings);
        double duration = Details.number(settings.get("duration_s"));
        if (!abnormal && !normal && !coma) {
            Implied.by(person, duration, settings.get("state"), draws).stream()
                    .filter(f -> !asked.without().contains(f.id()))
                    .filter(
                            f ->
                                    EegKind.shows(
                                            settings.get("state"), Sign.of(f.id()).orElseThrow()))
                    .forEach(findings::add);
        }
        Accompaniments.of(settings, draws).stream()
                .filter(f -> findings.stream().noneMatch(g -> g.id().equals(f.id())))
                .forEach(findings::add);
        if (!normal && signs(findings).stream().noneMatch(Sign::abnormal)) {
            findings.add(new Finding(Sign.NORMAL_EEG.id(), Map.of()));
        }
        var detailed = new ArrayList<>(Detailing.all(findings, person, asked, settings, draws));
        detailed.sort(Comparator.comparing(f -> Sign.of(f.id()).orElseThrow()));
        var measured = new TreeMap<String, Double>();
        alpha(measured, person, asked, settings.get("state"), detailed, draws);
        var draft = new Study(person, EegKind.ID, settings, measured, detailed, "", key);
        var counted = counted(draft);
        Measured.of(counted, measured);
        var rounded = new TreeMap<String, Double>();
        measured.forEach((id, value) -> rounded.put(id, round(id, value)));
        var whole = new Study(person, EegKind.ID, settings, rounded, counted.findings(), "", key);
        return new Study(
                person,
                EegKind.ID,
                settings,
                rounded,
                counted.findings(),
                EegReport.of(whole),
                key);
    }

    static List<Sign> signs(List<Finding> findings) {
        return findings.stream().flatMap(f -> Sign.of(f.id()).stream()).toList();
    }

    /** Complete; the state is one that shows all that was asked. */
    private static Map<String, String> settings(AskedStudy asked, List<Finding> findings) {
        var settings = new TreeMap<String, String>();
        for (StudyKind.Setting s : EegKind.kind().settings()) {
            settings.put(s.id(), s.standard());
        }
        var wanted = new ArrayList<>(signs(findings));
        if (asked.measurements().containsKey("spindle_hz")) {
            wanted.add(Sign.SLEEP_SPINDLES);
        }
        settings.put("state", EegKind.stateFor(wanted).orElse("awake"));
        settings.putAll(asked.settings());
        for (String whole : new String[] {"rate_hz", "duration_s"}) {
            settings.put(whole, Details.text(Details.number(settings.get(whole)), 0));
        }
        return settings;
    }

    /** Frequency and size of the posterior rhythm, where a reader would find one. */
    private static void alpha(
            Map<String, Double> measured,
            Person person,
            AskedStudy asked,
            String state,
            List<Finding> findings,
            Draws draws) {
        double frequency = Ages.alphaHz(person.age()) + draws.normal(0, 0.5);
        double size =
                Math.max(
                        18,
                        Math.min(
                                90,
                                34
                                        * StrictMath.sqrt(Ages.childhood(person.age()))
                                        * StrictMath.exp(draws.normal(0, 0.3))));
        if (!EegKind.states(state).contains(Vigilance.EYES_CLOSED)) {
            return;
        }
        boolean there = Ages.alpha(person.age());
        if (person.conditions().contains("dementia")) {
            frequency -= 0.7; // the mean falls (Coben et al. 1990, PMID 1689638); size assumed
        }
        boolean slowed =
                findings.stream().anyMatch(f -> f.id().equals(Sign.GENERALIZED_SLOWING.id()));
        if (!slowed) {
            // what is not called slow is not
            double least = person.age() >= 8 ? 8.1 : Ages.alphaHz(person.age()) - 1.4;
            frequency = Math.max(frequency, least);
        }
        for (var f : findings) {
            if (f.id().equals(Sign.GENERALIZED_SLOWING.id())) {
                String severity = f.details().getOrDefault("severity", "moderate");
                there &= !severity.equals("severe");
                double most = severity.equals("mild") ? 7.8 : 6.8;
                frequency = Math.min(frequency - 1, most - Math.abs(draws.normal(0, 0.3)));
                size *= severity.equals("mild") ? 0.9 : 0.7;
            }
        }
        boolean wanted =
                asked.measurements().containsKey("alpha_hz")
                        || asked.measurements().containsKey("alpha_uv");
        if (there || wanted) {
            measured.put(
                    "alpha_hz",
                    asked.measurements()
                            .getOrDefault("alpha_hz", Math.max(3, Math.min(13, frequency))));
            measured.put(
                    "alpha_uv", asked.measurements().getOrDefault("alpha_uv", Math.max(18, size)));
        }
    }

    /** Counts are what the recording has room for; a finding that has none is not there. */
    private static Study counted(Study draft) {
        var score = Score.of(draft);
        int[] counts = new int[draft.findings().size()];
        score.events().forEach(e -> counts[e.finding()]++);
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < counts.length; i++) {
            var finding = draft.findings().get(i);
            boolean counted = Sign.of(finding.id()).filter(Sign::counted).isPresent();
            if (!counted) {
                findings.add(finding);
            } else if (counts[i] > 0) {
                var details = new TreeMap<>(finding.details());
                details.put("count", Integer.toString(counts[i]));
                findings.add(new Finding(finding.id(), details));
            }
        }
        boolean abnormal = signs(findings).stream().anyMatch(Sign::abnormal);
        if (!abnormal && !signs(findings).contains(Sign.NORMAL_EEG)) {
            findings.add(new Finding(Sign.NORMAL_EEG.id(), Map.of()));
            findings.sort(Comparator.comparing(f -> Sign.of(f.id()).orElseThrow()));
        }
        return new Study(
                draft.person(),
                draft.kind(),
                draft.settings(),
                draft.measurements(),
                findings,
                "",
                draft.key());
    }

    static double round(String id, double value) {
        int decimals = EegKind.kind().measurement(id).orElseThrow().decimals();
        return Details.number(Details.text(value, decimals));
    }
}
