package org.anamnesis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.anamnesis.cohort.Field;
import org.anamnesis.evaluate.Comparison;
import org.anamnesis.evaluate.Words;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.StudyGroup;

/** Groups side by side, and a baseline beside its variant: the first table of a trial's report. */
final class Beside {
    private static final String APART = "Standardised difference";
    private static final String MEANING =
            " Standardised difference: in standard deviations; below 0.1 is usually called balanced (Austin 2009, doi:10.1002/sim.3697).";

    private static final List<Field.Role> ORDER =
            List.of(
                    Field.Role.DEMOGRAPHIC,
                    Field.Role.MEDICATION,
                    Field.Role.CONDITION,
                    Field.Role.OBSERVATION);

    /** Drugs that fewer take in every group are not listed. */
    private static final double FEW = 0.01;

    /** Differences of a what-if that are listed. */
    private static final int MOST = 20;

    private Beside() {}

    /** What defines each group, then what its patients are like. */
    static void groups(Html html, Dossier dossier, Comparison c) {
        Groups asked = dossier.spec().beyond().groups();
        var words = new Words(dossier.header());
        List<String> defined = new ArrayList<>();
        for (StudyGroup g : asked.all()) {
            List<String> what = new ArrayList<>();
            for (Constraint one : g.constraints()) {
                what.add(
                        one instanceof Constraint.Require r
                                ? r.criterion().match(words)
                                : one.match(words) + " " + figure(one));
            }
            defined.add(
                    "%s, %s %%: %s"
                            .formatted(
                                    g.name(),
                                    Words.number(g.percent()),
                                    what.isEmpty() ? "everyone else" : String.join("; ", what)));
        }
        Marks.list(html, defined);
        List<Comparison.Line> lines = new ArrayList<>();
        c.lines().stream().filter(l -> same(asked, l)).forEach(lines::add);
        for (Field.Role role : ORDER) {
            c.lines().stream()
                    .filter(l -> l.field().role() == role && !same(asked, l) && listed(l))
                    .forEach(lines::add);
        }
        List<String> heads = new ArrayList<>(List.of("Mean (SD), or share"));
        heads.addAll(c.names());
        heads.add(APART);
        open(html, "Counted in the patients that were written." + MEANING, heads);
        html.open("tr").leaf("th", "Patients", "scope", "row");
        for (int g = 0; g < c.names().size(); g++) {
            Marks.number(html, c.names().get(g), Words.count(c.sizes().get(g)));
        }
        Marks.number(html, APART, "");
        html.close();
        for (Comparison.Line line : lines) {
            html.open("tr").leaf("th", label(line), "scope", "row");
            for (int g = 0; g < c.names().size(); g++) {
                Marks.number(html, c.names().get(g), value(line, line.sides().get(g)));
            }
            String asWas = same(asked, line) ? " (asked: the same)" : "";
            Marks.number(html, APART, Words.number(line.apart(), 2) + asWas);
            html.close();
        }
        Marks.closeTable(html);
    }

    /** What the change moves, most first. */
    static void whatIf(Html html, Comparison c) {
        html.open("p");
        html.text(
                "These patients are the variant. The cohort that they are held against has its own report: ");
        html.leaf("a", "baseline", "href", "baseline/report.html").text(".").close();
        html.leaf(
                "p",
                "The differences are those of people who differ so in the population: associations, not the effect of a change.",
                "class",
                "soft");
        List<Comparison.Line> lines =
                c.lines().stream()
                        .filter(l -> l.apart() >= 0.005)
                        .sorted(Comparator.comparingDouble(Comparison.Line::apart).reversed())
                        .limit(MOST)
                        .toList();
        if (lines.isEmpty()) {
            html.leaf("p", "No mean and no share differs.");
            return;
        }
        String b = "Baseline, n = " + Words.count(c.sizes().get(0));
        String v = "Variant, n = " + Words.count(c.sizes().get(1));
        open(
                html,
                "The %d largest differences; comparison.csv has all.%s"
                        .formatted(lines.size(), MEANING),
                List.of("Mean (SD), or share", b, v, "Difference", APART));
        for (Comparison.Line line : lines) {
            Comparison.Side before = line.sides().get(0);
            Comparison.Side after = line.sides().get(1);
            double difference = after.mean() - before.mean();
            html.open("tr").leaf("th", label(line), "scope", "row");
            Marks.number(html, b, value(line, before));
            Marks.number(html, v, value(line, after));
            Marks.number(
                    html,
                    "Difference",
                    line.isShare()
                            ? Marks.signed(100 * difference, 1) + " points"
                            : Marks.signed(difference, digits(line.field())));
            Marks.number(html, APART, Words.number(line.apart(), 2));
            html.close();
        }
        Marks.closeTable(html);
    }

    private static void open(Html html, String caption, List<String> heads) {
        Marks.table(html, caption, heads.toArray(String[]::new));
    }

    private static boolean same(Groups asked, Comparison.Line line) {
        return asked.same().contains(line.field().id());
    }

    private static boolean listed(Comparison.Line line) {
        return line.field().role() != Field.Role.MEDICATION
                || line.sides().stream().anyMatch(s -> s.mean() >= FEW);
    }

    private static String figure(Constraint c) {
        return c instanceof Constraint.Share s
                ? Words.number(s.percent()) + " %"
                : c instanceof Constraint.Mean m ? Words.number(m.value()) : "";
    }

    /** "Age, years"; "Sex: female"; a drug class or condition alone. */
    private static String label(Comparison.Line line) {
        Field field = line.field();
        if (!line.isShare()) {
            String unit = Words.unit(field.unit());
            return field.label() + (unit.isEmpty() ? "" : ", " + unit);
        }
        boolean alone =
                field.role() == Field.Role.MEDICATION
                        || (field.role() == Field.Role.CONDITION && field.levels().size() == 2);
        return alone ? field.label() : field.label() + ": " + line.level();
    }

    private static String value(Comparison.Line line, Comparison.Side side) {
        int digits = digits(line.field());
        return line.isShare()
                ? Marks.percent(side.mean())
                : "%s (%s)"
                        .formatted(
                                Words.number(side.mean(), digits), Words.number(side.sd(), digits));
    }

    /** One digit more than the values have. */
    private static int digits(Field field) {
        return Math.min(4, field.decimals() + 1);
    }
}
