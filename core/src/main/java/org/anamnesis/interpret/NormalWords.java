package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.Criterion.ObservationWithin;

/**
 * "normal potassium", "lipids within normal limits", "normal weight": values inside the reference
 * range, which is told to the user. What is normal of blood pressure and of kidney function differs
 * from one speaker to the next and is asked.
 */
final class NormalWords {
    private static final String NORMAL = "normal|unremarkable|wnl|normalised|normalized";
    private static final String LEVELS = "levels?|values?|results?|readings?|tests?";
    private static final String IS =
            "is|are|be|should|must|all|being|stays?|remains?|to|has|have|within|in|inside|the|their|at|:";
    private static final String BOUNDS = "range|ranges|limits?|interval";
    private static final String DENIED =
            "no|not|non|never|without|near|above|below|over|under|than|upper|lower|isnt|arent";

    /** Ranges that hold for one sex or for a part of life only. */
    private static final Set<String> PARTIAL =
            Set.of("testosterone", "gestational_age", "gleason", "seizure_freq");

    private static final String MMHG = "mm[Hg]";
    private static final String RATE = "mL/min/{1.73_m2}";

    /** What is normal, in the tokens {@code from} to {@code to - 1}. */
    private record Subject(List<String> ids, boolean kidneys, int from, int to) {}

    private final Draft draft;
    private final Sentence s;

    private NormalWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft) {
        NormalWords words = new NormalWords(draft);
        for (int i = 0; i < words.s.size(); i++) {
            if (words.s.like(i, NORMAL) && words.s.free(i) && !words.s.inConcept(i)) {
                words.at(i);
            }
        }
    }

    private void at(int i) {
        if (s.like(i - 1, DENIED) || s.like(i + 1, "distribution|distributed|curve")) {
            return;
        }
        int to = s.like(i + 1, BOUNDS) ? i + 2 : i + 1;
        Optional<Subject> behind = to == i + 1 ? subject(i + 1) : Optional.empty();
        if (behind.isPresent()) {
            all(i, behind.get());
            return;
        }
        int at = i - 1;
        while (s.like(at, IS + "|" + LEVELS) && s.free(at)) {
            at--;
        }
        Optional<Subject> before = ending(at + 1);
        if (before.isPresent() && (at < i - 1 || s.like(to, "|[,.;)!]|and|but|please"))) {
            normal(before.get(), before.get().from(), to);
        }
    }

    /** "normal sodium, potassium and creatinine". */
    private void all(int from, Subject first) {
        int start = from;
        Optional<Subject> next = Optional.of(first);
        while (next.isPresent()) {
            Subject now = next.get();
            int end = s.like(now.to(), LEVELS) ? now.to() + 1 : now.to();
            if (valued(end)) {
                return; // "normal weight and BMI above 30"
            }
            normal(now, start, end);
            int link = end;
            while (Lists.link(s, link)) {
                link++;
            }
            start = link;
            next = link > end ? subject(link) : Optional.empty();
        }
    }

    private boolean valued(int i) {
        return s.at(i).number() || Comparison.at(s, i).filter(r -> s.free(i)).isPresent();
    }

    private Optional<Subject> subject(int i) {
        int panel = s.afterAny(i, Panels.NAMES);
        if (panel > 0 && s.free(i, panel)) {
            return Optional.of(panel(i, panel));
        }
        return s.namedAt(i, Concept.Kind.OBSERVATION)
                .filter(n -> s.free(n.from(), n.to()))
                .map(n -> new Subject(List.of(n.concept().id()), false, n.from(), n.to()));
    }

    private Optional<Subject> ending(int to) {
        for (int from = Math.max(0, to - 4); from < to; from++) {
            Optional<Subject> here = subject(from).filter(x -> x.to() == to);
            if (here.isPresent()) {
                return here;
            }
        }
        return Optional.empty();
    }

    private Subject panel(int from, int to) {
        StringBuilder name = new StringBuilder(s.word(from));
        for (int k = from + 1; k < to; k++) {
            name.append(' ').append(s.word(k));
        }
        boolean kidneys = name.toString().matches("(kidney|renal) .*");
        return new Subject(Panels.of(name.toString()), kidneys, from, to);
    }

    private void normal(Subject what, int from, int to) {
        List<String> ids = what.ids();
        if (what.kidneys() || ids.equals(List.of("egfr"))) {
            kidneys(from, to);
        } else if (ids.get(0).equals("sbp")) {
            systolic(from, to);
        } else if (ids.equals(List.of("weight"))) {
            within(List.of("bmi"), from, to);
        } else {
            within(ids, from, to);
        }
    }

    private void within(List<String> ids, int from, int to) {
        List<Measurand> all = new ArrayList<>();
        for (String id : ids) {
            Measurands.bundled()
                    .find(id)
                    .filter(m -> m.reference().isPresent() && !PARTIAL.contains(id))
                    .ifPresent(all::add);
        }
        if (all.size() < ids.size() || (all.size() > 1 && shared())) {
            return; // a share of people with all of several is no share of each
        }
        String quote = s.quote(from, to);
        for (Measurand m : all) {
            QuantityRange range = m.reference().get();
            double low = range.low() <= 0 ? Double.NEGATIVE_INFINITY : range.low();
            draft.found(
                    Draft.Topic.LIMIT,
                    new ObservationWithin(m.id(), new QuantityRange(low, range.high(), m.unit())),
                    from,
                    to);
            draft.assume(
                    "\"%s\" is taken as the reference range of %s, %s to %s %s (unverified)."
                            .formatted(
                                    quote,
                                    m.name(),
                                    LimitValues.plain(range.low()),
                                    LimitValues.plain(range.high()),
                                    m.unit()));
        }
    }

    private boolean shared() {
        for (int i = 0; i < s.size(); i++) {
            if (s.like(i, "%|percent") || s.at(i).kind() == Token.Kind.FRACTION) {
                return true;
            }
        }
        return false;
    }

    /**
     * 2017 ACC/AHA calls below 120/80 normal, below 130 elevated, 2023 ESH below 140/90 no disease.
     */
    private void systolic(int from, int to) {
        VagueWords.ask(
                draft,
                Draft.Topic.LIMIT,
                from,
                to,
                "Normal up to which blood pressure?",
                List.of(
                        VagueWords.way(
                                "systolic below 120 mmHg",
                                VagueWords.atMost("sbp", 119, MMHG),
                                "Normal is taken as a systolic pressure below 120 mmHg."),
                        VagueWords.way(
                                "systolic below 130 mmHg", VagueWords.atMost("sbp", 129, MMHG), ""),
                        VagueWords.way(
                                "systolic below 140 mmHg",
                                VagueWords.atMost("sbp", 139, MMHG),
                                "")));
    }

    /** Stages G1 and G2 of KDIGO 2012. */
    private void kidneys(int from, int to) {
        VagueWords.ask(
                draft,
                Draft.Topic.LIMIT,
                from,
                to,
                "Normal from which filtration rate (eGFR)?",
                List.of(
                        VagueWords.way(
                                "eGFR of at least 90",
                                VagueWords.atLeast("egfr", 90, RATE),
                                "Normal kidney function is taken as an eGFR of at least 90."),
                        VagueWords.way(
                                "eGFR of at least 60", VagueWords.atLeast("egfr", 60, RATE), "")));
    }
}
