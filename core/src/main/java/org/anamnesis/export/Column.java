package org.anamnesis.export;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One column of a table in a file: what stands in it and how it is written, whatever the format.
 *
 * <p>The values lie in one vector of {@link Rows}, NaN where missing; {@link Kind} says what a
 * value stands for. Columns that show several properties of one thing (code, name and unit of an
 * observation) read the same vector through different lists of names.
 *
 * @param name in the file
 * @param label for people
 * @param unit UCUM code, empty if none
 * @param vector position in {@link Rows}
 * @param required whether no row may miss it
 */
public record Column(
        String name, String label, String unit, Kind kind, int vector, boolean required) {
    public Column {
        requireNonNull(name, "name");
        requireNonNull(label, "label");
        requireNonNull(unit, "unit");
        requireNonNull(kind, "kind");
    }

    /** What a value of the vector stands for. */
    public sealed interface Kind {
        <R> R match(Cases<R> cases);
    }

    /** One answer a kind; a new kind must be handled by every format, or no build. */
    public interface Cases<R> {
        R key(Key kind);

        R level(Level kind);

        R number(Numeric kind);

        R mixed(Mixed kind);

        R day(Day kind);

        R text(Text kind);
    }

    /**
     * A serial number, written as letter and digits: {@code P0000042}.
     *
     * @param digits at least so many, filled with zeros
     */
    public record Key(char prefix, int digits) implements Kind {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.key(this);
        }
    }

    /** What the names of a {@link Level} are to a format whose cells have types. */
    public enum Cell {
        TEXT,
        /** Whole numbers. */
        WHOLE,
        /** Numbers with a point. */
        REAL,
        /** ISO 8601 dates. */
        DATE,
        /** ISO 8601 dates with a time of day, of no zone. */
        MOMENT
    }

    /**
     * The index of a name.
     *
     * @param names an empty name is written as a missing cell
     * @param cell each name is one
     */
    public record Level(List<String> names, Cell cell) implements Kind {
        public Level {
            names = List.copyOf(names);
            requireNonNull(cell, "cell");
        }

        /** Of names that are text. */
        public Level(List<String> names) {
            this(names, Cell.TEXT);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.level(this);
        }
    }

    /** A number, rounded to so many digits after the point. */
    public record Numeric(int decimals) implements Kind {
        public Numeric {
            Decimals.check(decimals);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.number(this);
        }
    }

    /**
     * Numbers of several quantities: the digits after the point follow from another vector.
     *
     * @param selector position of the vector that holds the index into {@code decimals}
     */
    public record Mixed(int selector, List<Integer> decimals) implements Kind {
        public Mixed {
            decimals = List.copyOf(decimals);
            decimals.forEach(Decimals::check);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.mixed(this);
        }
    }

    /** A date, as days since 1970-01-01. */
    public record Day() implements Kind {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.day(this);
        }
    }

    /** The index of one of the texts of the {@link Rows}, which come with them. */
    public record Text() implements Kind {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.text(this);
        }
    }
}
