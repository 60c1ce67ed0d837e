package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.interpret.TableColumn;
import org.anamnesis.learn.Answers;

/** Where a learned table says that somebody takes a drug. */
final class TableDrugs {
    /** Answers that say that nothing is taken, beside no. */
    private static final Set<String> NONE = Set.of("none", "keine", "keins", "aucun", "ninguno");

    /**
     * Answers of a column that say that it is taken.
     *
     * @param answers at least one, and not all
     */
    record Taken(TableColumn column, List<String> answers) {}

    private TableDrugs() {}

    /**
     * @param drug id of an ingredient or a class
     * @return the column of the drug; else the answers that name it; empty if there are none
     */
    static List<Taken> of(LearnedTable table, String drug) {
        for (TableColumn c : table.asked()) {
            boolean own =
                    table.concept(c).equals(Optional.of(drug))
                            || c.names().stream().anyMatch(n -> named(n, drug));
            if (own && !c.answers().isEmpty()) {
                return some(c, c.answers().keySet().stream().filter(a -> !no(a)).toList());
            }
        }
        Set<String> ids = within(drug);
        List<Taken> all = new ArrayList<>();
        for (TableColumn c : table.asked()) {
            all.addAll(some(c, c.answers().keySet().stream().filter(a -> names(a, ids)).toList()));
        }
        return all;
    }

    /** The drug, the ingredients of a class, and those of the classes of a family. */
    private static Set<String> within(String drug) {
        Catalogue all = Catalogue.bundled();
        return Stream.concat(Stream.of(drug), all.classesWithin(drug).stream().map(Concept::id))
                .flatMap(
                        c ->
                                Stream.concat(
                                        Stream.of(c),
                                        all.ingredientsOf(c).stream().map(Concept::id)))
                .collect(Collectors.toSet());
    }

    private static List<Taken> some(TableColumn c, List<String> answers) {
        boolean told = !answers.isEmpty() && answers.size() < c.answers().size();
        return told ? List.of(new Taken(c, answers)) : List.of();
    }

    private static boolean no(String answer) {
        return Answers.yes(answer).equals(Optional.of(false))
                || NONE.contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether an answer, of one drug or several, names one of these. */
    private static boolean names(String answer, Set<String> ids) {
        return Stream.of(answer.split(" \\+ "))
                .anyMatch(
                        part ->
                                ids.contains(part)
                                        || ids.stream()
                                                .anyMatch(id -> TableCriteria.names(part, id)));
    }

    private static boolean named(String name, String drug) {
        return name.equalsIgnoreCase(drug)
                || Catalogue.bundled()
                        .find(drug)
                        .map(Concept::name)
                        .filter(name::equalsIgnoreCase)
                        .isPresent();
    }
}
