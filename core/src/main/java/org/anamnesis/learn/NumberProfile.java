package org.anamnesis.learn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.measure.Measurands;

/** Finds out what the numbers of a column are: measured, codes of answers, or codes of persons. */
final class NumberProfile {
    /** Digits of numbers that are codes if nearly all differ: shorter ones are measurements. */
    private static final int CODE_DIGITS = 6;

    /**
     * Share of the median below which no value but 0 lies if 0 is a mark; a true 0 has small values
     * beside it.
     */
    private static final double APART = 0.1;

    /** Different whole numbers that a header with a word for codes may have as a category. */
    private static final int MOST_CODES = 60;

    private static final Set<String> CODE_WORDS =
            Set.of(
                    "id",
                    "code",
                    "type",
                    "class",
                    "group",
                    "category",
                    "cat",
                    "status",
                    "race",
                    "ethnicity",
                    "sex",
                    "gender",
                    "region",
                    "arm",
                    "treatment",
                    "trt",
                    "cause",
                    "disposition",
                    "source",
                    "site",
                    "centre",
                    "center",
                    "cp",
                    "thal",
                    "restecg",
                    "marital",
                    "occupation",
                    "state",
                    "diagnosis",
                    "cluster",
                    "subtype",
                    "edtype",
                    "dept",
                    "department",
                    "ward",
                    "clinic",
                    "provider",
                    "drg",
                    "icd",
                    "icd9",
                    "icd10",
                    "cpt",
                    "geschlecht",
                    "station",
                    "sexe",
                    "sexo");

    /** Words of a header that count or measure what other words of it name. */
    private static final Set<String> MEASURES =
            Set.of(
                    "age",
                    "alter",
                    "edad",
                    "time",
                    "days",
                    "weeks",
                    "months",
                    "years",
                    "duration",
                    "since",
                    "until",
                    "number",
                    "count",
                    "num",
                    "n",
                    "score",
                    "dose",
                    "dosis",
                    "size",
                    "length",
                    "anzahl",
                    "dauer",
                    "tage",
                    "jahre",
                    "monate",
                    "seit");

    private final String name;
    private final String below;
    private final TextColumn column;
    private final Cells cells;
    private final List<String> marks = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final NumberCells numbers;

    /**
     * @param below unit that a line below the header gives, as it is written; empty if none
     * @param cells of the column that are numbers
     * @param all their numbers; not empty
     */
    NumberProfile(String name, String below, TextColumn column, Cells cells, NumberCells all) {
        this.name = name;
        this.below = below;
        this.column = column;
        this.cells = cells;
        this.numbers = withoutMarks(all);
    }

    /** Numbers, as written, that mean that the value is missing. */
    List<String> marks() {
        return marks;
    }

    /** What was decided about marks, a sentence each. */
    List<String> remarks() {
        return remarks;
    }

    /** The concept that header and values have, if there is one. */
    Optional<Concepts.Match> concept() {
        return Concepts.ofNumbers(named(), spread(numbers))
                .filter(m -> below.isEmpty() || !m.unit().equals("a") || unit().equals("a"));
    }

    /** The header, with the unit that the line below it or the cells give and it does not. */
    private String named() {
        boolean told = !Concepts.headed(name).unit().isEmpty();
        return told ? name : known().map(u -> name + " (" + u + ")").orElse(name);
    }

    /** Unit that header, the line below it, or cells give, UCUM if it is known; empty if none. */
    String unit() {
        String told = Concepts.headed(name).unit();
        return told.isEmpty() ? UnitLine.time(below).or(this::known).orElse(below) : told;
    }

    /** A unit that is known, of the line below the header or else of the cells. */
    private Optional<String> known() {
        return below.isEmpty() ? numbers.signs().unit() : Concepts.unit(below);
    }

    /** In the unit that header or cells give. */
    Content.Numbers content() {
        return content(unit());
    }

    Content.Numbers content(String unit) {
        int decimals = numbers.decimals();
        double step = numbers.step(decimals);
        return new Content.Numbers(
                numbers.style(),
                decimals,
                numbers.written(cells),
                step,
                unit,
                numbers.heaping(step),
                numbers.signs());
    }

    /** What the user should know of how the numbers are read, a sentence each. */
    List<String> remarks(Content.Numbers content, Optional<Concepts.Match> match) {
        List<String> said = new ArrayList<>();
        if (numbers.limits() > 0) {
            said.add(
                    "%,d limits of measurement, written with < or >, are read as their number%s."
                            .formatted(
                                    numbers.limits(),
                                    numbers.signs().limits().isEmpty()
                                            ? ""
                                            : ", which is written as "
                                                    + String.join(", ", numbers.signs().limits())
                                                    + " again"));
        }
        match.filter(Concepts.Match::guessed)
                .map(m -> "Taken as %s in %s, which the values fit.".formatted(m.id(), m.unit()))
                .ifPresent(said::add);
        content.heaping().map(NumberProfile::heaped).ifPresent(said::add);
        return said;
    }

    private static String heaped(Content.Heaping h) {
        return String.format(
                Locale.ROOT,
                "%.0f %% of the values are multiples of %s.",
                100 * h.share(),
                BigDecimal.valueOf(h.multiple()).stripTrailingZeros().toPlainString());
    }

    /** Numbers that stand apart are marks, and so is a 0 where the quantity cannot be 0. */
    private NumberCells withoutMarks(NumberCells all) {
        List<Double> found = new ArrayList<>(MissingMarks.numeric(all.values(), all.counts()));
        int zero = Arrays.binarySearch(all.values(), 0);
        if (zero == 0 && all.values().length > 1 && all.counts()[0] >= LevelCells.LEAST_PEOPLE) {
            NumberCells others = all.without(List.of(0.0));
            double[] typical = spread(others);
            boolean apart = others.values()[0] > APART * typical[typical.length / 2];
            boolean impossible =
                    apart
                            && Concepts.ofNumbers(name, typical)
                                    .flatMap(m -> Measurands.bundled().find(m.id()))
                                    .filter(m -> m.plausible().isPresent() && !m.mayBe(0))
                                    .filter(m -> m.plausible().get().low() > 0)
                                    .isPresent();
            if (impossible) {
                found.add(0.0);
            }
        }
        if (found.isEmpty()) {
            return all;
        }
        List<String> texts =
                cells.texts().stream()
                        .filter(
                                t ->
                                        found.contains(
                                                NumberCells.number(all.style(), all.signs(), t)
                                                        + 0.0))
                        .toList();
        marks.addAll(texts);
        remarks.add(
                "%s stand%s apart from all other values and %s read as missing."
                        .formatted(
                                quoted(texts),
                                texts.size() == 1 ? "s" : "",
                                texts.size() == 1 ? "is" : "are"));
        return all.without(found);
    }

    /** Whether numbers are codes that point to a person or a visit; the sentence that says so. */
    Optional<String> code() {
        double[] v = numbers.values();
        boolean many = v.length >= Cells.LEAST_UNIQUE;
        if (!many || !numbers.whole()) {
            return Optional.empty();
        }
        boolean unique = cells.unique(ColumnProfile.NEARLY_UNIQUE);
        boolean id = Keys.isId(name);
        boolean digits = Math.abs(v[0]) >= Math.pow(10, CODE_DIGITS - 1);
        boolean rising = unique && rising(numbers.style());
        if (unique && (id || digits || rising)) {
            return Optional.of("Nearly every row has a number of its own: it points to somebody.");
        }
        boolean repeated = id && v.length > MOST_CODES && !isMeasured();
        return repeated
                ? Optional.of("It numbers persons, visits or places and means nothing by its size.")
                : Optional.empty();
    }

    private boolean isMeasured() {
        return concept().isPresent() || HeaderWords.of(name).contains("of");
    }

    /** Whether the values rise by one from row to row, as row numbers do. */
    private boolean rising(NumberStyle style) {
        double before = Double.NaN;
        int steps = 0;
        for (int i = 0; i < column.size(); i++) {
            double v = NumberCells.number(style, numbers.signs(), column.text(column.code(i)));
            steps += v - before == 1 ? 1 : 0;
            before = v;
        }
        return steps >= ColumnProfile.NEARLY_UNIQUE * (column.size() - 1);
    }

    /** Whether the numbers are codes of answers. */
    boolean isCategory() {
        boolean codes =
                numbers.whole()
                        && numbers.values().length <= MOST_CODES
                        && HeaderWords.has(name, CODE_WORDS)
                        && !HeaderWords.has(name, MEASURES);
        return numbers.values().length <= 2 || codes;
    }

    /** Values in proportion to their rows, at most a thousand, ascending. */
    private static double[] spread(NumberCells numbers) {
        long rows = numbers.rows();
        int n = (int) Math.min(1000, rows);
        double[] out = new double[n];
        int at = 0;
        long passed = numbers.counts()[0];
        for (int i = 0; i < n; i++) {
            long row = (long) ((i + 0.5) * rows / n);
            while (row >= passed) {
                passed += numbers.counts()[++at];
            }
            out[i] = numbers.values()[at];
        }
        return out;
    }

    private static String quoted(List<String> texts) {
        return String.join(
                ", ", texts.stream().limit(5).map(t -> "\"" + Remarks.shown(t) + "\"").toList());
    }
}
