package org.anamnesis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.anamnesis.evaluate.CourseFidelity;
import org.anamnesis.evaluate.TableJudgement;
import org.anamnesis.evaluate.Words;

/** The main figures of a judgement, for the terminal. */
public final class JudgementSummary {
    /** Columns from row to row that are named, the most different first; the page has them all. */
    private static final int NAMED = 5;

    private JudgementSummary() {}

    /** A sentence each, with 95 % intervals. */
    public static List<String> lines(Judged judged) {
        TableJudgement of = judged.judgement();
        List<String> out = new ArrayList<>();
        out.add(
                "Told apart from people learned from: AUC "
                        + Leaks.interval(of.againstTrain(), 3)
                        + "; two groups of real people: "
                        + Words.number(of.trainAgainstHoldout().value(), 3)
                        + "; 0.5 is a guess."
                        + (of.copying() ? " Below 0.45: rows or values were copied." : ""));
        if (!Double.isNaN(of.meanDistance(false))) {
            out.add(
                    "Mean distance of numeric columns (KS): "
                            + Words.number(of.meanDistance(false), 3)
                            + "; real people: "
                            + Words.number(of.meanFloor(false), 3)
                            + ".");
        }
        if (!Double.isNaN(of.pairs().meanGap())) {
            out.add(
                    "Mean difference of associations of two columns: "
                            + Words.number(of.pairs().meanGap(), 3)
                            + "; real people: "
                            + Words.number(of.pairs().meanGapFloor(), 3)
                            + ".");
        }
        of.courses().ifPresent(c -> out.addAll(courses(c)));
        of.utility()
                .ifPresent(
                        u ->
                                out.add(
                                        "Predicting "
                                                + u.outcome()
                                                + " for real people: "
                                                + u.measure().symbol()
                                                + " "
                                                + Leaks.interval(u.synthetic(), 3)
                                                + "; learned from real people: "
                                                + Leaks.interval(u.real(), 3)
                                                + "."));
        out.add(
                "Membership attack: AUC "
                        + Leaks.interval(of.privacy().membership().nearest(), 3)
                        + "; 0.5 is a guess.");
        out.add(
                of.privacy().verdict().passes()
                        ? "Privacy: no limit is broken; this is no proof."
                        : "Privacy: limits are broken.");
        of.privacy().verdict().reasons().forEach(r -> out.add("Privacy: " + r));
        return out;
    }

    private static List<String> courses(CourseFidelity of) {
        CourseFidelity.Lengths n = of.lengths();
        List<String> out = new ArrayList<>();
        out.add(
                "Rows a person: "
                        + Words.number(n.synthetic(), 2)
                        + "; real persons: "
                        + Words.number(n.real(), 2)
                        + " (distance "
                        + Words.number(n.distance(), 3)
                        + ", two groups of real persons "
                        + Words.number(n.floor(), 3)
                        + ").");
        of.steps().stream()
                .filter(s -> s.kind() != CourseFidelity.Kind.GAP)
                .sorted(Comparator.comparingDouble(s -> -Math.abs(s.synthetic() - s.real())))
                .limit(NAMED)
                .forEach(
                        s ->
                                out.add(
                                        "From row to row, "
                                                + s.column()
                                                + ": "
                                                + Courses.words(s)
                                                + " "
                                                + Words.number(s.synthetic(), 2)
                                                + "; real persons: "
                                                + Words.number(s.real(), 2)
                                                + "."));
        return out;
    }
}
