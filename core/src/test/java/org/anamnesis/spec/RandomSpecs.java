package org.anamnesis.spec;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.measure.UnitSystem;
import org.anamnesis.random.SeedTree;

/** Specifications of all sorts, by seed. */
final class RandomSpecs {
    private RandomSpecs() {}

    private static Map<String, Double> measured(Dice dice) {
        return dice.below(2) == 0 ? Map.of() : Map.of("hba1c", 1.0 + dice.below(12), "uacr", 0.5);
    }

    private static Set<Timeline.Absence> without(Dice dice) {
        Timeline.Absence[] all = Timeline.Absence.values();
        return dice.below(2) == 0 ? Set.of() : Set.of(all[dice.below(all.length)]);
    }

    private static List<Phase> phases(Dice dice) {
        return switch (dice.below(3)) {
            case 0 -> List.of();
            case 1 -> List.of(new Phase(Phase.VISITS, 1 + dice.below(50), 1.0 / 12));
            default -> List.of(new Phase("uacr", 12, 1), new Phase("uacr", 4, 2));
        };
    }

    private static List<ContactCount> contacts(Dice dice) {
        ContactCount.Kind[] all = ContactCount.Kind.values();
        int least = dice.below(4);
        int most = dice.below(2) == 0 ? ContactCount.OPEN : least + 1;
        boolean yearly = dice.below(2) == 0;
        if (dice.below(4) == 0) {
            return List.of(
                    ContactCount.share(
                            ContactCount.Kind.HOSPITAL, 30, 1 + least, ContactCount.OPEN),
                    ContactCount.mean(ContactCount.Kind.EMERGENCY, 0.5 + least, yearly));
        }
        return dice.below(2) == 0
                ? List.of()
                : List.of(new ContactCount(all[dice.below(all.length)], least, most, yearly));
    }

    private static Timeline.Start start(Dice dice) {
        return switch (dice.below(4)) {
            case 0 -> Timeline.BEFORE;
            case 1 -> Timeline.DIAGNOSIS;
            case 2 -> Timeline.BIRTH;
            default -> new Timeline.On(LocalDate.ofEpochDay(dice.below(20_000)));
        };
    }

    /** Draws in order from one stream. */
    static final class Dice {
        private final long key;
        private int k;

        Dice(long seed) {
            key = SeedTree.key(new SeedTree(seed).purpose("spec"), 0);
        }

        int below(int n) {
            return (int) (SeedTree.uniform(key, k++) * n);
        }

        double number() {
            return (SeedTree.uniform(key, k++) - 0.3) * Math.pow(10, below(9) - 3);
        }

        String text() {
            StringBuilder text = new StringBuilder("t");
            for (int i = below(6); i > 0; i--) {
                text.append((char) (below(3) == 0 ? below(0x3000) : 32 + below(95)));
            }
            return text.toString();
        }
    }

    static CohortSpec any(long seed) {
        Dice dice = new Dice(seed);
        List<Constraint> constraints = new ArrayList<>();
        for (int i = dice.below(6); i > 0; i--) {
            constraints.add(constraint(dice));
        }
        return new CohortSpec(
                1 + (long) dice.below(1_000_000) * dice.below(1_000_000),
                dice.below(3) == 0 ? Optional.empty() : Optional.of(dice.text()),
                dice.text(),
                constraints,
                new ObservationChoice(
                        dice.below(30), List.of(dice.text()), List.of(dice.text(), dice.text())),
                LocalDate.ofEpochDay(dice.below(30_000)),
                SeedTree.bits(seed, 99),
                dice.text(),
                List.of("csv", dice.text()),
                beyond(dice));
    }

    private static List<StudyOrder> studies(Dice dice) {
        List<StudyOrder> all = new ArrayList<>();
        for (String kind : List.of("ecg", "eeg", "ct").subList(0, dice.below(4))) {
            all.add(
                    StudyOrder.of(kind)
                            .among(
                                    dice.below(2) == 0
                                            ? List.of()
                                            : List.of(criterion(dice, 1), criterion(dice, 0)),
                                    1 + dice.below(100))
                            .set("rate_hz", dice.text())
                            .measuring("heart_rate_bpm", dice.below(200))
                            .showing(
                                    new StudyOrder.Shown(
                                            dice.text(),
                                            dice.below(101),
                                            Map.of("side", dice.text()))));
        }
        return all;
    }

    private static Beyond beyond(Dice dice) {
        List<Overwrite> all = new ArrayList<>();
        for (int i = dice.below(3); i > 0; i--) {
            all.add(
                    switch (dice.below(7)) {
                        case 4 -> new Overwrite.Deviation(dice.text(), 0.5 + dice.below(9));
                        case 5 -> new Overwrite.Shaped(dice.text(), form(dice));
                        case 6 -> new Overwrite.Skewed(dice.text(), dice.below(20) - 9.5);
                        case 0 -> new Overwrite.SetValue(dice.text(), dice.number());
                        case 1 -> new Overwrite.Spread(dice.text(), 0.5 + dice.below(5));
                        case 2 -> new Overwrite.Outliers(dice.text(), dice.below(101));
                        default ->
                                new Overwrite.Missing(
                                        dice.text(),
                                        dice.below(101),
                                        dice.below(2) == 0
                                                ? Optional.empty()
                                                : Optional.of(criterion(dice, 2)));
                    });
        }
        boolean timed = dice.below(2) == 0;
        Beyond plain =
                new Beyond(
                        all,
                        timed
                                ? Optional.of(
                                        new Timeline(
                                                dice.below(20),
                                                dice.below(12),
                                                start(dice),
                                                without(dice),
                                                measured(dice),
                                                phases(dice),
                                                contacts(dice)))
                                : Optional.empty(),
                        own(dice),
                        units(dice),
                        groups(dice),
                        dice.below(2) == 0,
                        dice.below(2) == 0,
                        studies(dice),
                        Optional.empty());
        return dice.below(2) == 0
                ? plain
                : plain.withBaseline(
                        Optional.of(
                                new Baseline(
                                        CohortSpec.DEFAULT
                                                .withConstraints(List.of(constraint(dice)))
                                                .withBeyond(plain),
                                        new Said(
                                                List.of(dice.text()),
                                                List.of(),
                                                List.of(dice.text())))));
    }

    private static Form form(Dice dice) {
        List<Form> all = List.of(Form.values());
        return all.get(dice.below(all.size()));
    }

    private static List<Own> own(Dice dice) {
        List<Own> all = new ArrayList<>();
        for (int i = dice.below(4); i > 0; i--) {
            String id = "own_" + i;
            double low = dice.number();
            boolean bounded = dice.below(2) == 0;
            Figures figures =
                    new Figures(
                            OptionalDouble.of(low + 1),
                            bounded ? OptionalDouble.empty() : OptionalDouble.of(1.5),
                            dice.below(2) == 0
                                    ? Optional.empty()
                                    : Optional.of(new Figures.Quartiles(low, low + 1, low + 3)),
                            bounded ? low : Double.NEGATIVE_INFINITY,
                            bounded ? low + 4 : Double.POSITIVE_INFINITY);
            all.add(
                    dice.below(3) == 0
                            ? new Own.Flag(id, dice.text(), dice.below(101), dice.below(2) == 0)
                            : new Own.Quantity(
                                    id,
                                    dice.text(),
                                    dice.text(),
                                    figures,
                                    dice.below(2) == 0 ? Optional.empty() : Optional.of(form(dice)),
                                    dice.below(2) == 0
                                            ? Optional.empty()
                                            : Optional.of(new Own.Link(dice.text(), -0.25))));
        }
        return all;
    }

    private static Units units(Dice dice) {
        return new Units(
                dice.below(2) == 0 ? Optional.empty() : Optional.of(UnitSystem.SI),
                dice.below(2) == 0
                        ? List.of()
                        : List.of(new Units.Wanted(dice.text(), dice.text())));
    }

    private static Groups groups(Dice dice) {
        List<StudyGroup> all = new ArrayList<>();
        for (int i = dice.below(4); i > 0; i--) {
            List<Constraint> own =
                    dice.below(2) == 0 ? List.of() : List.of(constraint(dice), constraint(dice));
            all.add(new StudyGroup(dice.text(), dice.below(100_001) / 1000.0, own));
        }
        return all.isEmpty() ? Groups.NONE : new Groups(all, List.of(dice.text()));
    }

    private static Constraint constraint(Dice dice) {
        return switch (dice.below(5)) {
            case 3 -> new Constraint.Shift(dice.text(), 0.5 + dice.below(3), dice.number());
            case 4 ->
                    new Constraint.Correlation(
                            dice.text(), dice.text(), dice.below(199) / 100.0 - 0.99);
            case 0 -> new Constraint.Require(criterion(dice, 3));
            case 1 -> new Constraint.Share(criterion(dice, 3), dice.below(100_001) / 1000.0);
            default -> new Constraint.Mean(dice.text(), dice.number());
        };
    }

    private static Criterion criterion(Dice dice, int depth) {
        int age = dice.below(100);
        double low = dice.number();
        return switch (dice.below(depth > 0 ? 8 : 6)) {
            case 0 -> new Criterion.AgeBetween(age, age + dice.below(20));
            case 1 -> new Criterion.CategoryIn(dice.text(), List.of(dice.text(), dice.text()));
            case 2 -> new Criterion.HasCondition(dice.text(), Optional.empty());
            case 3 -> new Criterion.HasCondition(dice.text(), Optional.of(dice.text()));
            case 4 -> new Criterion.TakesMedication(dice.text());
            case 5 ->
                    new Criterion.ObservationWithin(
                            dice.text(),
                            new QuantityRange(
                                    dice.below(3) == 0 ? Double.NEGATIVE_INFINITY : low,
                                    dice.below(3) == 0 ? Double.POSITIVE_INFINITY : low + 2,
                                    dice.text()));
            case 6 -> new Criterion.Not(criterion(dice, depth - 1));
            default ->
                    new Criterion.AtLeast(
                            1 + dice.below(2),
                            List.of(
                                    criterion(dice, depth - 1),
                                    criterion(dice, depth - 1),
                                    criterion(dice, depth - 1)));
        };
    }
}
