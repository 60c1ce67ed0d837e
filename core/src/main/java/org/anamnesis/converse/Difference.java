package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.interpret.Reading;
import org.anamnesis.plan.OwnWords;
import org.anamnesis.plan.StudyWords;
import org.anamnesis.plan.Words;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Own;
import org.anamnesis.spec.StudyOrder;

/** How two specifications differ. */
final class Difference {
    private final List<Change> changes = new ArrayList<>();

    private Difference() {}

    static List<Change> of(CohortSpec before, CohortSpec after) {
        Difference d = new Difference();
        d.changed("patients", number(before.count()), number(after.count()));
        d.changed("condition", condition(before), condition(after));
        d.changed("population", before.population(), after.population());
        for (Constraint c : before.constraints()) {
            if (!after.constraints().contains(c)) {
                d.changes.add(Change.removed(Words.of(c)));
            }
        }
        for (Constraint c : after.constraints()) {
            if (!before.constraints().contains(c)) {
                d.changes.add(Change.added(Words.of(c)));
            }
        }
        d.changed(
                "observations",
                Understood.words(before.observations()),
                Understood.words(after.observations()));
        d.changed("overwritten", overwrites(before), overwrites(after));
        for (Own o : before.beyond().own()) {
            if (!after.beyond().own().contains(o)) {
                d.changes.add(Change.removed(OwnWords.of(o)));
            }
        }
        for (Own o : after.beyond().own()) {
            if (!before.beyond().own().contains(o)) {
                d.changes.add(Change.added(OwnWords.of(o)));
            }
        }
        d.changed("units", units(before), units(after));
        d.changed("names", names(before), names(after));
        d.changed("gaps", gaps(before), gaps(after));
        for (StudyOrder s : before.beyond().studies()) {
            Optional<StudyOrder> now = after.beyond().study(s.kind());
            if (now.isEmpty()) {
                d.changes.add(Change.removed(StudyWords.of(s)));
            } else {
                d.changed(StudyWords.name(s.kind()), StudyWords.of(s), StudyWords.of(now.get()));
            }
        }
        for (StudyOrder s : after.beyond().studies()) {
            if (before.beyond().study(s.kind()).isEmpty()) {
                d.changes.add(Change.added(StudyWords.of(s)));
            }
        }
        d.changed("history", history(before), history(after));
        d.changed("index date", before.indexDate().toString(), after.indexDate().toString());
        d.changed("groups", Words.of(before.beyond().groups()), Words.of(after.beyond().groups()));
        d.changed("what-if", whatIf(before), whatIf(after));
        d.changed("seed", String.valueOf(before.seed()), String.valueOf(after.seed()));
        d.changed("engine", before.engine(), after.engine());
        d.changed(
                "formats", String.join(", ", before.formats()), String.join(", ", after.formats()));
        return List.copyOf(d.changes);
    }

    /** The same in text, a line each: "+" is asked now, "-" is asked no more. */
    static List<String> lines(CohortSpec before, CohortSpec after) {
        return of(before, after).stream().map(Change::text).toList();
    }

    /** Each change with the words of the edits that it rests on. */
    static List<Change> resting(
            List<Change> changes, CohortSpec before, List<Reading.Quoted> quoted) {
        List<Edit> edits = quoted.stream().map(Reading.Quoted::edit).toList();
        List<Set<String>> words = new ArrayList<>();
        changes.forEach(c -> words.add(new LinkedHashSet<>()));
        Map<String, Set<String>> onTheWay = new HashMap<>(); // "over 50" before "below 70"
        CohortSpec last = before;
        for (int i = 0; i < edits.size(); i++) {
            CohortSpec next = Amendment.of(before, edits.subList(0, i + 1));
            List<Change> steps = of(last, next);
            Set<String> quotes = new LinkedHashSet<>();
            steps.forEach(x -> quotes.addAll(onTheWay.getOrDefault(x.before(), Set.of())));
            quotes.add(quoted.get(i).quote().strip().replaceAll("\\s+", " "));
            quotes.remove("");
            for (Change step : steps) {
                onTheWay.put(step.after(), quotes);
                for (int k = 0; k < changes.size(); k++) {
                    if (step.towards(changes.get(k))) {
                        words.get(k).addAll(quotes);
                    }
                }
            }
            last = next;
        }
        List<Change> all = new ArrayList<>();
        for (int k = 0; k < changes.size(); k++) {
            all.add(changes.get(k).resting(List.copyOf(words.get(k))));
        }
        return all;
    }

    private void changed(String what, String before, String after) {
        if (!Objects.equals(before, after)) {
            changes.add(Change.set(what, before, after));
        }
    }

    private static String overwrites(CohortSpec spec) {
        List<String> all = spec.beyond().overwrites().stream().map(Words::of).toList();
        return all.isEmpty() ? "nothing" : String.join("; ", all);
    }

    private static String units(CohortSpec spec) {
        String words = OwnWords.of(spec.beyond().units());
        return words.isEmpty() ? "as usual here" : words;
    }

    private static String names(CohortSpec spec) {
        return spec.beyond().names() ? Understood.NAMES : "none";
    }

    private static String gaps(CohortSpec spec) {
        return spec.beyond().gaps() ? Understood.GAPS : "none";
    }

    private static String whatIf(CohortSpec spec) {
        return spec.beyond().baseline().isPresent() ? "a variant beside its baseline" : "none";
    }

    private static String history(CohortSpec spec) {
        return spec.beyond().timeline().map(Words::of).orElse("none");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String condition(CohortSpec spec) {
        return spec.condition().map(Words::named).orElse("none");
    }
}
