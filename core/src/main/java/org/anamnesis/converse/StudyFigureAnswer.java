package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anamnesis.code.Coding;
import org.anamnesis.code.StudyKind;
import org.anamnesis.plan.OwnWords;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;
import org.anamnesis.study.Studio;
import org.anamnesis.study.Studios;

/** What a number of a recording is like and what moves it: planned for people of no traits. */
final class StudyFigureAnswer {
    private static final int PEOPLE = 100;
    private static final int EACH = 6;

    /** So many standard deviations away a finding is said to move a number. */
    private static final double MOVES = 2;

    private final StudyKind kind;
    private final StudyKind.Measurement m;
    private final Studio studio;

    private StudyFigureAnswer(StudyKind kind, StudyKind.Measurement m, Studio studio) {
        this.kind = kind;
        this.m = m;
        this.studio = studio;
    }

    /**
     * @param among what those show of whom it is asked; empty: all
     */
    static Answer of(StudyKind kind, StudyKind.Measurement m, Optional<StudyKind.Shown> among) {
        List<String> lines = new ArrayList<>();
        Optional<StudyFigureAnswer> figure =
                Studios.installed().of(kind.id()).map(s -> new StudyFigureAnswer(kind, m, s));
        among.ifPresent(f -> figure.ifPresent(x -> lines.addAll(x.with(f))));
        lines.add(
                "can be asked from %s to %s %s"
                        .formatted(
                                Amounts.number(m.low()),
                                Amounts.number(m.high()),
                                OwnWords.plain(m.unit()))
                        .strip());
        m.code().filter(Coding::verified).ifPresent(c -> lines.add(StudyAnswer.code(c)));
        lines.add("if it is not asked: the record's value, else drawn by sex and age");
        figure.ifPresent(x -> lines.addAll(x.made()));
        return new Answer(
                "%s of the %s is what a reader finds in the files."
                        .formatted(m.names().get(0), kind.names().get(0)),
                lines,
                Typed.object("kind", "study", "study", kind.id(), "measurement", m.id()));
    }

    /** What it is like in those who show a finding. */
    private List<String> with(StudyKind.Shown finding) {
        double[] drawn = drawn(Optional.of(finding), PEOPLE);
        return drawn.length < PEOPLE / 2
                ? List.of()
                : List.of("with %s: %s".formatted(finding.names().get(0), spread(drawn)));
    }

    /** Mean and middle nine tenths. */
    private String spread(double[] drawn) {
        double[] sorted = drawn.clone();
        Arrays.sort(sorted);
        int tail = sorted.length / 20;
        return "mean %s %s, 5 to 95 %% from %s to %s"
                .formatted(
                        rounded(Arrays.stream(drawn).average().orElse(0)),
                        OwnWords.plain(m.unit()),
                        rounded(sorted[tail]),
                        rounded(sorted[sorted.length - 1 - tail]));
    }

    private List<String> made() {
        double[] usual = drawn(Optional.empty(), PEOPLE);
        if (usual.length < PEOPLE / 2) {
            return List.of();
        }
        double mean = Arrays.stream(usual).average().orElse(0);
        double sd =
                Math.sqrt(
                        Arrays.stream(usual).map(x -> (x - mean) * (x - mean)).average().orElse(0));
        List<String> lines = new ArrayList<>();
        lines.add(
                "drawn for %d people of 20 to 80 years of whom nothing is known: %s"
                        .formatted(usual.length, spread(usual)));
        moved(mean, sd, 1).ifPresent(f -> lines.add("higher with " + f));
        moved(mean, sd, -1).ifPresent(f -> lines.add("lower with " + f));
        return lines;
    }

    private Optional<String> moved(double mean, double sd, int way) {
        String all =
                kind.findings().stream()
                        .filter(
                                f -> {
                                    double[] with = drawn(Optional.of(f), EACH);
                                    double other = Arrays.stream(with).average().orElse(mean);
                                    return way * (other - mean) > MOVES * sd;
                                })
                        .map(f -> f.names().get(0))
                        .collect(Collectors.joining(", "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private double[] drawn(Optional<StudyKind.Shown> with, int people) {
        var asked =
                new AskedStudy(
                        kind.id(),
                        Map.of(),
                        Map.of(),
                        with.map(f -> new Finding(f.id(), Map.of())).stream().toList());
        if (!studio.check(asked).isEmpty()) {
            return new double[0];
        }
        return IntStream.range(0, people)
                .mapToObj(i -> studio.plan(person(i, people), asked, i + 1L).measurements())
                .filter(x -> x.containsKey(m.id()))
                .mapToDouble(x -> x.get(m.id()))
                .toArray();
    }

    private static Person person(int i, int people) {
        return new Person(
                i,
                Integer.toString(i),
                "1",
                StudyAnswer.ANYBODY.start(),
                20 + 60.0 * i / people,
                i % 2 == 0,
                Map.of(),
                Set.of(),
                Set.of());
    }

    private String rounded(double x) {
        double scale = Math.pow(10, m.decimals());
        return Amounts.number(Math.rint(x * scale) / scale);
    }
}
