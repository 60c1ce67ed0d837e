package org.anamnesis.learn;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** What the cells of a column are. */
public sealed interface Content {
    /** Name of the kind in schema files. */
    String kind();

    /** Whether an engine can learn it. */
    default boolean learnable() {
        return false;
    }

    /**
     * Numbers.
     *
     * @param style how they are written
     * @param decimals digits after the mark that carry meaning, 0 to 9
     * @param written digits after the mark that are always written ("48.0" has decimals 0, written
     *     1)
     * @param step every value is a multiple of it, in {@code unit}; above 0
     * @param unit UCUM code, or the header's own words if it is none; empty if not known
     * @param heaping round values that are met more often than others
     * @param signs what is written around them
     */
    record Numbers(
            NumberStyle style,
            int decimals,
            int written,
            double step,
            String unit,
            Optional<Heaping> heaping,
            Signs signs)
            implements Content {
        public Numbers {
            requireNonNull(style, "style");
            requireNonNull(unit, "unit");
            requireNonNull(heaping, "heaping");
            requireNonNull(signs, "signs");
            if (decimals < 0 || decimals > 9 || written < 0 || written > 9 || !(step > 0)) {
                throw new IllegalArgumentException(
                        "decimals %d, written %d, step %s".formatted(decimals, written, step));
            }
        }

        @Override
        public String kind() {
            return "number";
        }

        @Override
        public boolean learnable() {
            return true;
        }
    }

    /**
     * Round values that people prefer.
     *
     * @param multiple of which they are multiples, in the column's unit
     * @param share of present values that are, 0 to 1; more than chance would give
     */
    record Heaping(double multiple, double share) {}

    /**
     * One of some answers.
     *
     * @param levels as the user writes them; value k of the column means {@code levels.get(k)}; not
     *     empty
     * @param other the level that stands for all answers that are not listed; if there is none,
     *     they are missing
     */
    record Levels(List<String> levels, Optional<String> other) implements Content {
        public Levels {
            levels = List.copyOf(levels);
            requireNonNull(other, "other");
            if (levels.isEmpty() || levels.stream().distinct().count() != levels.size()) {
                throw new IllegalArgumentException("levels " + levels);
            }
            if (other.isPresent() && !levels.contains(other.get())) {
                throw new IllegalArgumentException("no level " + other.get());
            }
        }

        @Override
        public String kind() {
            return "category";
        }

        @Override
        public boolean learnable() {
            return true;
        }
    }

    /**
     * Dates; a value is days since 1970-01-01.
     *
     * @param formats each cell is read by the first that fits; the first is written; not empty
     */
    record Dates(List<DateFormat> formats) implements Content {
        public Dates {
            formats = List.copyOf(formats);
            if (formats.isEmpty()) {
                throw new IllegalArgumentException("no format");
            }
        }

        @Override
        public String kind() {
            return "date";
        }

        @Override
        public boolean learnable() {
            return true;
        }
    }

    /**
     * The same in every row, or nothing.
     *
     * @param value as written; empty if every cell is missing
     */
    record Constant(String value) implements Content {
        public Constant {
            requireNonNull(value, "value");
        }

        @Override
        public String kind() {
            return "constant";
        }
    }

    /** Says which rows belong to one person; made anew when rows are made. */
    record Key() implements Content {
        @Override
        public String kind() {
            return "key";
        }
    }

    /** Points to a person: never learned. */
    record Identifier() implements Content {
        @Override
        public String kind() {
            return "identifier";
        }
    }

    /** Words of people's own, or too many different ones to learn. */
    record Text() implements Content {
        @Override
        public String kind() {
            return "text";
        }
    }
}
