package org.anamnesis.interpret;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.UnitConversion;
import org.anamnesis.spec.Criterion;

/**
 * A column of a user's own table, as a reader of requests knows it.
 *
 * @param name as the header has it
 * @param names ways to write it, the name among them
 * @param id what a specification calls it: of a known concept the concept's id
 * @param kind what its cells are
 * @param said English for it, if the rules read that and take its numbers as the column has them;
 *     empty: only its own name means it
 * @param unit UCUM code of its numbers; may be empty
 * @param decimals of its numbers
 * @param conversion from its unit to the specification's, where they differ
 * @param answers of a category, as the table spells them, each with what the specification calls it
 * @param yes the answer that says yes, if it is a question with yes and no
 * @param no the answer that says no, likewise; or of more than two answers the one that says none
 */
public record TableColumn(
        String name,
        List<String> names,
        String id,
        Kind kind,
        Optional<String> said,
        String unit,
        int decimals,
        Optional<UnitConversion> conversion,
        Map<String, String> answers,
        Optional<String> yes,
        Optional<String> no) {
    /** What the cells of a column are. */
    public enum Kind {
        NUMBER,
        CATEGORY,
        /** Yes or no to a condition of the catalogue. */
        CONDITION,
        /** In the table, and nothing can be asked of it in words. */
        OTHER
    }

    public TableColumn {
        requireNonNull(name, "name");
        names = List.copyOf(names);
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(said, "said");
        requireNonNull(unit, "unit");
        requireNonNull(conversion, "conversion");
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        requireNonNull(yes, "yes");
        requireNonNull(no, "no");
    }

    /** The same, to be written in these ways. */
    public TableColumn named(List<String> ways) {
        return new TableColumn(
                name, ways, id, kind, said, unit, decimals, conversion, answers, yes, no);
    }

    boolean categorical() {
        return kind == Kind.CATEGORY || kind == Kind.CONDITION;
    }

    /** Whether its own name alone, as in "with stroke", means the answer yes. */
    boolean flag() {
        return categorical() && yes.isPresent() && no.isPresent();
    }

    /**
     * The answers that say that there is something, where one of several says that there is none.
     */
    List<String> some() {
        return categorical() && yes.isEmpty() && no.isPresent()
                ? answers.keySet().stream().filter(a -> !a.equals(no.get())).toList()
                : List.of();
    }

    /** Size of one step of its numbers, in its unit. */
    double step() {
        return Math.pow(10, -decimals);
    }

    /** A value of the column in the unit of the specification. */
    double stated(double value) {
        return conversion.map(c -> c.toCanonical(value)).orElse(value);
    }

    /** The unit of the specification. */
    String statedUnit() {
        return conversion.isPresent()
                ? Measurands.bundled().find(id).map(Measurand::unit).orElse("")
                : unit;
    }

    /** A difference of two values likewise. */
    double statedDifference(double difference) {
        return conversion.map(c -> c.factor() * difference).orElse(difference);
    }

    /** Whether a row has one of these answers, spelled as in the table. */
    Criterion criterion(List<String> spelled) {
        if (kind == Kind.CONDITION && spelled.size() == 1) {
            Criterion has = new Criterion.HasCondition(id, Optional.empty());
            return spelled.get(0).equals(no.orElse("")) ? new Criterion.Not(has) : has;
        }
        List<String> levels = new ArrayList<>();
        spelled.forEach(s -> levels.add(answers.get(s)));
        return new Criterion.CategoryIn(id, levels);
    }
}
