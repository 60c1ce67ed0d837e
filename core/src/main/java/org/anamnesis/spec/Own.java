package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A variable or condition that the user describes with numbers of their own. It is labelled "stated
 * by you" wherever it appears, never evidence, and independent of everything else but for a stated
 * link.
 */
public sealed interface Own {
    /** Snake case of the name, or the id of an observation of the catalogue. */
    String id();

    /** As the user calls it. */
    String name();

    /**
     * A number.
     *
     * @param unit UCUM code where the unit is known, else as it was typed; of an observation of the
     *     catalogue its canonical unit; may be empty
     * @param figures in the unit, {@linkplain Figures#enough() enough} to draw from
     * @param form as asked; empty: what fits the figures
     * @param link to another variable, if one was stated
     */
    record Quantity(
            String id,
            String name,
            String unit,
            Figures figures,
            Optional<Form> form,
            Optional<Link> link)
            implements Own {
        public Quantity {
            named(id, name);
            requireNonNull(unit, "unit");
            requireNonNull(figures, "figures");
            requireNonNull(form, "form");
            requireNonNull(link, "link");
            if (!figures.enough()) {
                throw new IllegalArgumentException("not enough numbers of " + name);
            }
        }

        public Quantity with(Figures changed) {
            return new Quantity(id, name, unit, changed, form, link);
        }

        public Quantity with(Link changed) {
            return new Quantity(id, name, unit, figures, form, Optional.of(changed));
        }

        public Quantity with(Form changed) {
            return new Quantity(id, name, unit, figures, Optional.of(changed), link);
        }
    }

    /**
     * Spearman's rank correlation with another variable.
     *
     * @param with id of an observation, of another own number, or {@code age}
     * @param value between -1 and 1
     */
    record Link(String with, double value) {
        public Link {
            requireNonNull(with, "with");
            if (!(value > -1 && value < 1)) {
                throw new IllegalArgumentException("correlation " + value);
            }
        }
    }

    /**
     * Yes or no.
     *
     * @param percent of the patients, 0 to 100
     * @param condition whether it is a diagnosis, so that it stands among the conditions
     */
    record Flag(String id, String name, double percent, boolean condition) implements Own {
        public Flag {
            named(id, name);
            if (!(percent >= 0 && percent <= 100)) {
                throw new IllegalArgumentException("share " + percent);
            }
        }
    }

    private static void named(String id, String name) {
        requireNonNull(name, "name");
        if (!id.matches("[a-z][a-z0-9_-]*")) {
            throw new IllegalArgumentException("id " + id);
        }
    }
}
