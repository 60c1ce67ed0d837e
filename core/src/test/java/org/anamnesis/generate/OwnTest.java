package org.anamnesis.generate;

import static org.anamnesis.generate.MadeCohorts.made;
import static org.anamnesis.generate.MadeCohorts.mean;
import static org.anamnesis.generate.MadeCohorts.quantile;
import static org.anamnesis.generate.MadeCohorts.sd;
import static org.anamnesis.generate.MadeCohorts.skewness;
import static org.anamnesis.generate.MadeCohorts.spearman;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Figures;
import org.anamnesis.spec.Form;
import org.anamnesis.spec.ObservationChoice;
import org.anamnesis.spec.Own;
import org.junit.jupiter.api.Test;

/**
 * Variables and conditions with the user's own numbers, in files of 2,000. Stated means come out
 * within 0.03 SD, as for means elsewhere; ranks lie evenly over the cohort, so most are far nearer.
 */
class OwnTest {
    private static final int COUNT = 2000;
    private static final CohortSpec PLAIN =
            CohortSpec.DEFAULT
                    .withCondition(Optional.of("type-2-diabetes"))
                    .withCount(COUNT)
                    .withSeed(4)
                    .withObservations(
                            new ObservationChoice(
                                    0,
                                    List.of("bmi", "hba1c", "ldl", "glucose_fasting"),
                                    List.of()));
    private static final Own.Quantity COPPER = number("serum_copper", Figures.meanSd(40, 12));

    private static Own.Quantity number(String id, Figures figures) {
        return new Own.Quantity(
                id, id.replace('_', ' '), "ug/dL", figures, Optional.empty(), Optional.empty());
    }

    private static Figures within(double mean, double sd, double low, double high) {
        return new Figures(
                OptionalDouble.of(mean),
                sd > 0 ? OptionalDouble.of(sd) : OptionalDouble.empty(),
                Optional.empty(),
                low,
                high);
    }

    private static CohortSpec with(Own... own) {
        List<Edit> edits = Arrays.stream(own).map(o -> (Edit) new Edit.AddOwn(o)).toList();
        return Amendment.of(PLAIN, edits);
    }

    private static void assertFigures(double mean, double sd, double[] column) {
        assertEquals(COUNT, column.length);
        assertEquals(mean, mean(column), 0.03 * sd);
        assertEquals(1, sd(column) / sd, 0.03);
    }

    @Test
    void meanAndSdAreTheStatedOnes() throws IOException {
        double[] copper = made(with(COPPER)).get("serum_copper");

        assertFigures(40, 12, copper);
        assertEquals(0, skewness(copper), 0.1, "normal");
        assertTrue(Arrays.stream(copper).min().getAsDouble() >= 0);
        double[] other =
                made(with(number("serum_copper", Figures.meanSd(41, 12)))).get("serum_copper");
        assertFalse(Math.abs(mean(other) - 40) < 0.03 * 12, "the twin: another mean is noticed");
    }

    @Test
    void whatSpreadsFarIsLognormalUnlessAskedOtherwise() throws IOException {
        Own.Quantity wide = number("marker", Figures.meanSd(90, 80));
        double[] lognormal = made(with(wide)).get("marker");
        double[] normal = made(with(wide.with(Form.NORMAL))).get("marker");

        assertFigures(90, 80, lognormal);
        assertTrue(skewness(lognormal) > 1.5);
        assertTrue(Arrays.stream(lognormal).min().getAsDouble() > 0);
        assertFigures(90, 80, normal);
        assertEquals(0, skewness(normal), 0.1);
    }

    @Test
    void formsAreAsAsked() throws IOException {
        Own.Quantity n = number("marker", Figures.meanSd(100, 20));
        Map<String, double[]> people =
                made(
                        with(
                                new Own.Quantity(
                                        "a",
                                        "a",
                                        "",
                                        n.figures(),
                                        Optional.of(Form.UNIFORM),
                                        Optional.empty()),
                                new Own.Quantity(
                                        "b",
                                        "b",
                                        "",
                                        n.figures(),
                                        Optional.of(Form.TRIANGULAR),
                                        Optional.empty()),
                                new Own.Quantity(
                                        "c",
                                        "c",
                                        "",
                                        n.figures(),
                                        Optional.of(Form.LOGNORMAL),
                                        Optional.empty())));

        for (String id : List.of("a", "b", "c")) {
            assertFigures(100, 20, people.get(id));
        }
        double half = Math.sqrt(3) * 20;
        assertTrue(Arrays.stream(people.get("a")).allMatch(v -> Math.abs(v - 100) <= half + 1));
        assertEquals(100 - half / 2, quantile(people.get("a"), 0.25), 1.5);
        assertEquals(0.61, skewness(people.get("c")), 0.12);
    }

    @Test
    void aMeanWithinARangeIsAPlannersBeta() throws IOException {
        double[] pain =
                made(with(
                                new Own.Quantity(
                                        "aches",
                                        "aches",
                                        "",
                                        within(4, 0, 0, 10),
                                        Optional.empty(),
                                        Optional.empty())))
                        .get("aches");

        assertFigures(4, Math.sqrt(24.0 / 7), pain);
        assertTrue(Arrays.stream(pain).allMatch(v -> v >= 0 && v <= 10 && v == Math.rint(v)));
    }

    @Test
    void aMeanAndAnSdWithinARangeAreBothMet() throws IOException {
        assertFigures(30, 25, made(with(number("x", within(30, 25, 0, 100)))).get("x"));
    }

    @Test
    void quartilesAreTheStatedOnes() throws IOException {
        var quartiles = Optional.of(new Figures.Quartiles(60, 80, 95));
        Own.Quantity bounded =
                number(
                        "adherence",
                        new Figures(
                                OptionalDouble.empty(), OptionalDouble.empty(), quartiles, 0, 100));
        Own.Quantity open =
                number(
                        "marker",
                        new Figures(
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                quartiles,
                                Double.NEGATIVE_INFINITY,
                                Double.POSITIVE_INFINITY));
        Map<String, double[]> people = made(with(bounded, open));

        for (String id : List.of("adherence", "marker")) {
            assertEquals(60, quantile(people.get(id), 0.25), 0.6, id);
            assertEquals(80, quantile(people.get(id), 0.50), 0.6, id);
            assertEquals(95, quantile(people.get(id), 0.75), 0.6, id);
        }
        assertTrue(Arrays.stream(people.get("adherence")).allMatch(v -> v >= 0 && v <= 100));
    }

    /** 2,000 patients: the standard error of a rank correlation is about 0.02. */
    @Test
    void aLinkIsAsStatedAndWithoutOneThereIsNone() throws IOException {
        Map<String, double[]> tied = made(with(COPPER.with(new Own.Link("bmi", 0.4))));
        Map<String, double[]> free = made(with(COPPER));

        assertEquals(0.4, spearman(tied.get("serum_copper"), tied.get("bmi")), 0.06);
        assertFigures(40, 12, tied.get("serum_copper"));
        for (String other : List.of("bmi", "hba1c", "ldl", "age")) {
            assertEquals(0, spearman(free.get("serum_copper"), free.get(other)), 0.08, other);
        }
    }

    @Test
    void aLinkToAnotherOwnVariableIsMet() throws IOException {
        Own.Quantity second =
                number("zinc", Figures.meanSd(90, 10)).with(new Own.Link("serum_copper", -0.7));
        Map<String, double[]> people = made(with(COPPER, second));

        assertEquals(-0.7, spearman(people.get("serum_copper"), people.get("zinc")), 0.05);
    }

    @Test
    void sharesAreExactAndIndependent() throws IOException {
        Map<String, double[]> people =
                made(
                        with(
                                new Own.Flag("long_covid", "long COVID", 10, true),
                                new Own.Flag("night_shifts", "night shifts", 30, false)));

        assertEquals(200, Arrays.stream(people.get("long_covid")).sum());
        assertEquals(600, Arrays.stream(people.get("night_shifts")).sum());
        assertEquals(0, spearman(people.get("long_covid"), people.get("night_shifts")), 0.08);
        assertEquals(0, spearman(people.get("long_covid"), people.get("hba1c")), 0.08);
    }

    /** What people have keeps its dependence: glucose follows HbA1c. */
    @Test
    void ofAKnownObservationMeanAndSdAreMetAndItsCompanyFollows() throws IOException {
        Own.Quantity own =
                new Own.Quantity(
                        "hba1c",
                        "HbA1c",
                        "%",
                        Figures.meanSd(8.5, 1.0),
                        Optional.of(Form.NORMAL),
                        Optional.empty());
        Map<String, double[]> plain = made(PLAIN);
        Map<String, double[]> people = made(with(own));

        assertFigures(8.5, 1.0, people.get("hba1c"));
        assertEquals(0, skewness(people.get("hba1c")), 0.15);
        assertTrue(mean(people.get("glucose_fasting")) > mean(plain.get("glucose_fasting")) + 15);
        assertTrue(spearman(people.get("hba1c"), people.get("glucose_fasting")) > 0.5);
    }

    @Test
    void anObservationWithoutFiguresCanBeHadWithOnesOwn() throws IOException {
        Own.Quantity own =
                new Own.Quantity(
                        "ferritin",
                        "ferritin",
                        "ng/mL",
                        Figures.meanSd(90, 40),
                        Optional.of(Form.LOGNORMAL),
                        Optional.empty());

        assertFigures(90, 40, made(with(own)).get("ferritin"));
    }

    @Test
    void aLaterMeanChangesTheStatedOne() throws IOException {
        CohortSpec later =
                Amendment.of(
                        with(COPPER),
                        List.of(new Edit.AddConstraint(new Constraint.Mean("serum_copper", 60))));

        assertEquals(List.of(), later.constraints());
        assertFigures(60, 12, made(later).get("serum_copper"));
    }

    @Test
    void whatIsForgottenIsGoneWithItsLinks() {
        CohortSpec spec =
                with(
                        COPPER,
                        number("zinc", Figures.meanSd(90, 10))
                                .with(new Own.Link("serum_copper", 0.3)));
        CohortSpec rest = Amendment.of(spec, List.of(new Edit.Forget("serum_copper")));

        assertEquals(List.of(number("zinc", Figures.meanSd(90, 10))), rest.beyond().own());
    }

    @Test
    void theSameForAnyNumberOfThreads() throws IOException {
        CohortSpec spec = with(COPPER.with(new Own.Link("bmi", 0.4)));

        assertArrayEquals(made(spec, 1).get("serum_copper"), made(spec, 7).get("serum_copper"));
    }

    @Test
    void impossibleNumbersAreAProblem() {
        Own.Quantity even =
                new Own.Quantity(
                        "x",
                        "x",
                        "",
                        within(5, 4.9, 0, 10),
                        Optional.of(Form.UNIFORM),
                        Optional.empty());

        var e = assertThrows(RequestException.class, () -> made(with(even)));
        assertEquals("plan.own.impossible", e.problems().get(0).code());
    }
}
