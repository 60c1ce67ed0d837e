package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.cohort.Field;

/**
 * Patients side by side: the groups of a cohort, or a baseline and its variant.
 *
 * @param names of the sides
 * @param sizes patients of each side
 * @param lines what they are like, in the order of the columns
 */
public record Comparison(List<String> names, List<Long> sizes, List<Line> lines) {
    /** Level of a medication: whichever drug of the class. */
    static final String TAKEN = "taken";

    public Comparison {
        names = List.copyOf(names);
        sizes = List.copyOf(sizes);
        lines = List.copyOf(lines);
    }

    /**
     * One variable.
     *
     * @param level of a category, whose share this is; empty for a mean
     * @param sides one for each name
     */
    public record Line(Field field, String level, List<Side> sides) {
        public Line {
            sides = List.copyOf(sides);
        }

        public boolean isShare() {
            return !level.isEmpty();
        }

        /**
         * Largest standardised difference of two sides, |m<sub>1</sub> − m<sub>2</sub>| /
         * √((s<sub>1</sub>² + s<sub>2</sub>²) / 2) (Austin 2009, doi:10.1002/sim.3697); infinite if
         * nothing varies.
         */
        public double apart() {
            double most = 0;
            for (Side a : sides) {
                for (Side b : sides) {
                    double sd = Math.sqrt((a.sd() * a.sd() + b.sd() * b.sd()) / 2);
                    double difference = Math.abs(a.mean() - b.mean());
                    double d = difference == 0 ? 0 : difference / sd;
                    most = Double.isNaN(d) ? most : Math.max(most, d);
                }
            }
            return most;
        }
    }

    /**
     * One variable of one side.
     *
     * @param n patients with a value
     * @param mean or share, 0 to 1
     * @param sd of the values; of a share p that of its yes and no, √(p (1 − p))
     */
    public record Side(long n, double mean, double sd) {
        static Side share(long n, double share) {
            return new Side(n, share, Math.sqrt(Math.max(0, share * (1 - share))));
        }
    }

    /** A baseline and its variant, by the columns that both have. */
    public static Comparison of(Evaluation baseline, Evaluation variant) {
        List<Line> lines = new ArrayList<>();
        for (NumberFinding b : baseline.numbers()) {
            variant.numbers().stream()
                    .filter(v -> v.field().name().equals(b.field().name()) && listed(b.field()))
                    .findFirst()
                    .ifPresent(v -> lines.add(line(b, v)));
        }
        for (CategoryFinding b : baseline.categories()) {
            Optional<CategoryFinding> v =
                    variant.categories().stream()
                            .filter(c -> c.field().name().equals(b.field().name()))
                            .findFirst();
            for (String level : v.isPresent() ? levels(b.field()) : List.<String>of()) {
                lines.add(
                        new Line(b.field(), level, List.of(side(b, level), side(v.get(), level))));
            }
        }
        return new Comparison(
                List.of("Baseline", "Variant"),
                List.of(baseline.patients(), variant.patients()),
                lines);
    }

    private static Line line(NumberFinding b, NumberFinding v) {
        return new Line(b.field(), "", List.of(side(b.cohort()), side(v.cohort())));
    }

    private static Side side(Distribution d) {
        return new Side(d.n(), d.mean(), d.sd());
    }

    private static Side side(CategoryFinding c, String level) {
        if (level.equals(TAKEN)) {
            long all = c.n() + c.missing();
            return Side.share(all, all == 0 ? Double.NaN : (double) c.n() / all);
        }
        int at = c.field().levels().indexOf(level);
        return Side.share(c.n(), at < 0 ? 0 : c.share(at));
    }

    /** Whether a column belongs in a comparison. */
    static boolean listed(Field field) {
        return field.analysis()
                && field.role() != Field.Role.DURATION
                && !field.id().equals("group");
    }

    /** Levels whose shares are listed: of two only one, since the other is the rest. */
    static List<String> levels(Field field) {
        if (!listed(field)) {
            return List.of();
        }
        List<String> all = field.levels();
        return switch (field.role()) {
            case MEDICATION -> List.of(TAKEN);
            case CONDITION -> all.size() == 2 ? List.of(all.get(1)) : all;
            default -> all.size() == 2 ? List.of(all.get(0)) : all;
        };
    }
}
