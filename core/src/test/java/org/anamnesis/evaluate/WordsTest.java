package org.anamnesis.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.random.SeedTree;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Words WORDS =
            new Words(
                    new Cases()
                            .with(Cases.observation("hba1c", "%", 1), 7)
                            .with(Cases.observation("egfr", "mL/min/{1.73_m2}", 0), 90)
                            .header());

    @Test
    void numbers() {
        assertEquals("7", Words.number(7));
        assertEquals("7.5", Words.number(7.5));
        assertEquals("0", Words.number(-0.0000001));
        assertEquals("−0.25", Words.number(-0.25));
        assertEquals("1200", Words.number(1200));
        assertEquals("∞", Words.number(Double.POSITIVE_INFINITY));
        assertEquals("–", Words.number(Double.NaN, 2));
        assertEquals("1,234,567.8", Words.number(1234567.84, 1));
        assertEquals("0.00", Words.number(-0.001, 2));
        assertEquals("−0.05", Words.number(-0.05, 2));
        assertEquals("0.050", Words.number(0.05, 3));
        assertEquals("100000000000000000000", Words.number(1e20));
        assertEquals("10,000,000", Words.count(10_000_000));
    }

    /** Against the library, away from ties. */
    @Test
    void fixedPointAgreesWithBigDecimal() {
        ForAll.seeds(
                2000,
                seed -> {
                    long key = SeedTree.key(new SeedTree(seed).purpose("number"), 0);
                    double x = 1000 * SeedTree.uniform(key, 0) * Math.pow(10, (int) (seed % 4));
                    int decimals = (int) (seed % 4);
                    assertEquals(
                            new BigDecimal(x)
                                    .setScale(decimals, RoundingMode.HALF_UP)
                                    .toPlainString(),
                            Words.number(x, decimals).replace(",", ""));
                });
    }

    @Test
    void constraintsAreSaidInWords() {
        assertEquals(
                "Every patient: age 40 to 65",
                new Constraint.Require(new Criterion.AgeBetween(40, 65)).match(WORDS));
        assertEquals(
                "Every patient: not (HBA1C 8 % or more)",
                new Constraint.Require(
                                new Criterion.Not(
                                        new Criterion.ObservationWithin(
                                                "hba1c",
                                                new QuantityRange(
                                                        8, Double.POSITIVE_INFINITY, "%"))))
                        .match(WORDS));
        assertEquals(
                "Share with chronic kidney disease, stage 3",
                new Constraint.Share(
                                new Criterion.HasCondition(
                                        "chronic-kidney-disease", Optional.of("3")),
                                20)
                        .match(WORDS));
        assertEquals(
                "Share with race ethnicity: NH Black or NH White",
                new Constraint.Share(
                                new Criterion.CategoryIn(
                                        "race_ethnicity", List.of("NH Black", "NH White")),
                                50)
                        .match(WORDS));
        assertEquals("Mean of HBA1C", new Constraint.Mean("hba1c", 9).match(WORDS));
        assertEquals(
                "EGFR 30 to 59 mL/min/1.73 m²",
                new Criterion.ObservationWithin(
                                "egfr", new QuantityRange(30, 59, "mL/min/{1.73_m2}"))
                        .match(WORDS));
        assertEquals("takes statin", new Criterion.TakesMedication("class:statin").match(WORDS));
    }

    @Test
    void noUnitOfOursIsShownAsACode() {
        for (Measurand m : Measurands.bundled().all()) {
            String read = Words.unit(m.unit());
            assertTrue(read.chars().noneMatch(c -> "[]{}*".indexOf(c) >= 0), m.id() + " " + read);
        }
    }
}
