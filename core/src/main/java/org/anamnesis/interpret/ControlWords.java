package org.anamnesis.interpret;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.anamnesis.spec.CohortSpec;

/**
 * "poorly controlled", "well controlled": of blood sugar or of blood pressure, from or up to a
 * value that differs from one speaker to the next.
 */
final class ControlWords {
    private static final Phrases POOR =
            new Phrases(
                    Set.of(
                            "poorly controlled",
                            "badly controlled",
                            "uncontrolled",
                            "poor control",
                            "poor glycaemic control",
                            "poor glycemic control",
                            "bad control"));
    private static final Phrases GOOD =
            new Phrases(
                    Set.of(
                            "well controlled",
                            "good control",
                            "good glycaemic control",
                            "good glycemic control",
                            "under good control"));

    /** Good control, but only of what is named beside it: "controlled BP", "BP under control". */
    private static final Phrases PLAIN =
            new Phrases(
                    Set.of("controlled", "adequately controlled", "under control", "in control"));

    private static final Phrases PRESSURE = new Phrases(List.of("blood pressure", "bp"));

    private static final String MMHG = "mm[Hg]";

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private ControlWords(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        ControlWords words = new ControlWords(draft, current);
        for (int i = 0; i < words.s.size(); i++) {
            words.control(i);
        }
    }

    private void control(int i) {
        int poor = s.afterAny(i, POOR);
        int good = s.afterAny(i, GOOD);
        int plain = s.afterAny(i, PLAIN);
        int to = Math.max(plain, Math.max(poor, good));
        if (to < 0 || !s.free(i, to)) {
            return;
        }
        int pressure = pressure(to);
        int from = pressure > 0 ? i : before(i);
        if (from >= 0) {
            pressureControl(from, Math.max(to, pressure), poor < 0);
            return;
        }
        if (plain == to || !sugar()) {
            return;
        }
        if (limited(Set.of("hba1c", "glucose", "glucose_fasting"))) {
            s.use(i, to);
            return;
        }
        if (good > 0) {
            VagueWords.ask(
                    draft,
                    Draft.Topic.LIMIT,
                    i,
                    to,
                    "Well controlled up to which HbA1c?",
                    List.of(
                            VagueWords.way(
                                    "HbA1c below 7 %",
                                    VagueWords.atMost("hba1c", 6.9, "%"),
                                    "Well controlled is taken as an HbA1c below 7 %."),
                            VagueWords.way(
                                    "HbA1c below 8 %", VagueWords.atMost("hba1c", 7.9, "%"), "")));
            return;
        }
        VagueWords.ask(
                draft,
                Draft.Topic.LIMIT,
                i,
                to,
                "Poorly controlled from which HbA1c?",
                List.of(
                        VagueWords.way(
                                "HbA1c above 9 %",
                                VagueWords.atLeast("hba1c", 9.1, "%"),
                                "Poorly controlled is taken as an HbA1c above 9 %."),
                        VagueWords.way(
                                "HbA1c of at least 8 %", VagueWords.atLeast("hba1c", 8, "%"), ""),
                        VagueWords.way(
                                "HbA1c of at least 7 %", VagueWords.atLeast("hba1c", 7, "%"), "")));
    }

    /**
     * One past "uncontrolled hypertension" without the condition's name, or past "poorly controlled
     * blood pressure"; −1 if control is not of that.
     */
    private int pressure(int to) {
        boolean condition =
                s.named().stream()
                        .anyMatch(n -> n.from() == to && n.concept().id().equals("hypertension"));
        boolean patients = s.like(to, "hypertensives?|htn");
        return condition || patients ? to : s.afterAny(to, PRESSURE);
    }

    /** Where "BP is" begins that ends before the token, or −1. */
    private int before(int i) {
        int end = i;
        while (s.like(end - 1, "is|are|was|be|should|must|being|:|levels?")) {
            end--;
        }
        int from = s.afterAny(end - 2, PRESSURE) == end ? end - 2 : end - 1;
        return s.afterAny(from, PRESSURE) == end && s.free(from, end) ? from : -1;
    }

    /** Targets of the guidelines: 2017 ACC/AHA below 130/80, 2023 ESH below 140/90 mmHg. */
    private void pressureControl(int from, int to, boolean good) {
        if (limited(Set.of("sbp", "dbp"))) {
            s.use(from, to);
            return;
        }
        VagueWords.ask(
                draft,
                Draft.Topic.LIMIT,
                from,
                to,
                good
                        ? "Well controlled up to which blood pressure?"
                        : "Poorly controlled from which blood pressure?",
                good
                        ? List.of(
                                VagueWords.way(
                                        "systolic below 140 mmHg",
                                        VagueWords.atMost("sbp", 139, MMHG),
                                        "Well controlled is taken as a systolic pressure below 140 mmHg."),
                                VagueWords.way(
                                        "systolic below 130 mmHg",
                                        VagueWords.atMost("sbp", 129, MMHG),
                                        ""))
                        : List.of(
                                VagueWords.way(
                                        "systolic of at least 140 mmHg",
                                        VagueWords.atLeast("sbp", 140, MMHG),
                                        "Poorly controlled is taken as a systolic pressure of at least 140 mmHg."),
                                VagueWords.way(
                                        "systolic of at least 130 mmHg",
                                        VagueWords.atLeast("sbp", 130, MMHG),
                                        ""),
                                VagueWords.way(
                                        "systolic of at least 160 mmHg",
                                        VagueWords.atLeast("sbp", 160, MMHG),
                                        "")));
    }

    /** Whether a limit of one of these is said in the same message, which explains the word. */
    private boolean limited(Set<String> observations) {
        return s.named().stream()
                .filter(n -> observations.contains(n.concept().id()))
                .anyMatch(
                        n ->
                                IntStream.range(n.to(), n.to() + 3)
                                        .anyMatch(
                                                at ->
                                                        Comparison.at(s, at)
                                                                .filter(
                                                                        r ->
                                                                                r.sign()
                                                                                        != Comparison
                                                                                                .Sign
                                                                                                .NONE)
                                                                .isPresent()));
    }

    /** Control is of blood sugar where diabetes is talked about. */
    private boolean sugar() {
        String all = s.english().toLowerCase(Locale.ROOT);
        return all.contains("glyc")
                || all.contains("diabet")
                || current.condition().filter(c -> c.contains("diabetes")).isPresent()
                || s.named().stream().anyMatch(n -> n.concept().id().contains("diabetes"));
    }
}
